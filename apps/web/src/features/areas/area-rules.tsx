import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language.js';
import { Card } from '../../ui/card.js';
import { ExplanationTable } from '../../ui/explanation/explanation-table.js';
import { readExplanation } from '../../ui/explanation/read-explanation.js';
import { OptionalVerdict } from '../cases/optional-verdict.js';
import { StartCase } from '../cases/start/start-case.js';
import type { AreaLevel } from './area-level.js';
import type { AreaVerdicts } from './areas.api.js';

/** Verdict of each rule, condition by condition, and the procedure that it opens. */
export function AreaRules({ area, level }: { area: AreaVerdicts; level: AreaLevel }) {
  const { t } = useTranslation();
  const local = useLocalText();
  return area.verdicts.map((verdict) => {
    const explanation = readExplanation(verdict.explanation);
    const title = <>{local(verdict.ruleName)} <OptionalVerdict verdict={verdict.verdict} /></>;
    return (
      <Card key={verdict.ruleCode} title={title} extra={<><span className="secondary">{t('areas.ruleVersion', { version: verdict.ruleVersion })}</span><StartCase subject={level} subjectId={area.code} year={area.year} /></>}>
        {explanation && <ExplanationTable explanation={explanation} />}
      </Card>
    );
  });
}
