import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../../api/problem.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { ExplanationList } from '../../../ui/explanation/explanation-list.js';
import { readExplanation } from '../../../ui/explanation/read-explanation.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useRefreshAfterCase, type CaseDetail } from '../cases.api.js';
import { factLabel, useFactText } from '../review/fact-text.js';
import { readChanges } from './changed-facts.js';
import { OvertakenBy } from './overtaken-by.js';

/** A refusal of a case with its reasons: the conditions that are not met, or the facts that have changed, with both values. */
export function CaseProblem({ problem, subjectKind }: { problem: ApiProblem; subjectKind: CaseDetail['subjectKind'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const factText = useFactText(subjectKind);
  const refresh = useRefreshAfterCase();
  const explanation = readExplanation(problem.params['explanation']);
  const changes = readChanges(problem.params['changes']);
  const shown = (fact: string, value: unknown) => factText(fact, value) ?? t('common.notRecorded');
  return (
    <ProblemAlert error={problem} {...(problem.code === 'stale-version' ? { onRetry: () => void refresh() } : {})}>
      <OvertakenBy current={problem.params['current']} />
      {explanation && <ExplanationList explanation={explanation} failedOnly />}
      {changes.length > 0 && <ul>{changes.map(({ fact, verified, current }) => <li key={fact}>{t('cases.factChanged', { name: factLabel(subjectKind, fact, language), before: shown(fact, verified), after: shown(fact, current) })}</li>)}</ul>}
    </ProblemAlert>
  );
}
