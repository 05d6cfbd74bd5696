import { useTranslation } from 'react-i18next';
import type { LeafExplanation } from '#domain';
import { formatShare } from '../../i18n/format.js';
import { useLanguage, useLocalText } from '../../i18n/use-language.js';
import { Card } from '../../ui/card.js';
import { readExplanation } from '../../ui/explanation/read-explanation.js';
import { VerdictTag } from '../../ui/verdict-tag.js';
import { factLabel } from '../cases/review/fact-text.js';
import { leavesByFact } from '../cases/review/matrix-rows.js';
import type { AreaLevel } from './area-level.js';
import type { AreaVerdicts } from './areas.api.js';
import { NumberButton } from './number-button.js';
import { rates, type Rate } from './rates.js';

interface FormulaProps extends Rate {
  level: AreaLevel;
  facts: AreaVerdicts['facts'];
  leaf: LeafExplanation | undefined;
}

function Formula({ level, rate, numerator, denominator, facts, leaf }: FormulaProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const local = useLocalText();
  const [above, below] = [facts[numerator], facts[denominator]];
  const share = typeof above === 'number' && typeof below === 'number' ? formatShare(above, below) : '—';
  return (
    <div className="rate" data-rate={rate}>
      <span className="rate-name">{factLabel(level, rate, language)}</span>
      <span>=</span>
      <span className="rate-part"><NumberButton level={level} fact={numerator} value={above} /><small>{factLabel(level, numerator, language)}</small></span>
      <span>÷</span>
      <span className="rate-part"><NumberButton level={level} fact={denominator} value={below} /><small>{factLabel(level, denominator, language)}</small></span>
      <span>=</span>
      <strong className="rate-share">{share}</strong>
      {leaf && <><span className="secondary">{t('areas.limit', { limit: local(leaf.requiredText) })}</span><VerdictTag verdict={leaf.result} /></>}
    </div>
  );
}

/** The rates with the numbers they come from. Verdicts compare the numbers themselves; the percentage is cut off and only shown. */
export function Formulas({ level, area }: { level: AreaLevel; area: AreaVerdicts }) {
  const { t } = useTranslation();
  const leaves = leavesByFact(area.verdicts.flatMap((verdict) => readExplanation(verdict.explanation) ?? []));
  return (
    <Card title={t('areas.formulas')}>
      {rates[level].map((rate) => <Formula key={rate.rate} level={level} {...rate} facts={area.facts} leaf={leaves.get(rate.rate)} />)}
      <p className="secondary">{t('areas.exact')}</p>
    </Card>
  );
}
