import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findingAnswers, Permission } from '#domain';
import { useMay } from '../../../session/me.js';
import { Card } from '../../../ui/card.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { ActionForm, stepOf, wordless, type Action } from './action-form.js';
import { ExtensionPart } from './extension-part.js';
import { useFindingStep, type Finding } from './findings.api.js';

/** What the reader may do now: the state and the log say what is possible, the role what is allowed. */
export function ActionPanel({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const may = useMay();
  const [chosen, setChosen] = useState<Action | null>(null);
  const step = useFindingStep(finding.id);
  const allowed = finding.actions.filter((action) => may((findingAnswers as readonly string[]).includes(action) ? Permission.FindingAnswer : Permission.FindingDecide));
  const reviewer = may(Permission.FindingDecide);
  const action = chosen && allowed.includes(chosen) ? chosen : (allowed.find((one) => !wordless.has(one)) ?? null);
  const run = (one: Action) => (wordless.has(one) ? step.mutate(stepOf(finding, one)) : setChosen(one));
  return (
    <Card title={t('findings.act.title')}>
      {step.error && <ProblemAlert error={step.error} />}
      {allowed.length === 0 && <p className="secondary">{t(reviewer && finding.state === 'IN_REVIEW' ? 'findings.act.notYours' : 'findings.act.none')}</p>}
      {allowed.length > 0 && (
        <div className="decision-buttons">
          {allowed.map((one) => <Button key={one} type={wordless.has(one) ? 'primary' : 'default'} aria-pressed={one === action} loading={step.isPending && wordless.has(one)} onClick={() => run(one)}>{t(`findings.event.${one}`)}</Button>)}
        </div>
      )}
      {/* What was chosen while the step was on its way stays chosen. */}
      {action && <ActionForm key={`${action}${finding.version}`} finding={finding} action={action} pending={step.isPending} onStep={(one) => step.mutate(one, { onSuccess: () => setChosen((now) => (now === action ? null : now)) })} />}
      <ExtensionPart finding={finding} />
    </Card>
  );
}
