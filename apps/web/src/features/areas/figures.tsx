import { useTranslation } from 'react-i18next';
import { FACT_CATALOGUE } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { Card } from '../../ui/card.js';
import type { AreaLevel } from './area-level.js';
import type { AreaVerdicts } from './areas.api.js';
import { NumberButton } from './number-button.js';
import { rates } from './rates.js';

/** The other figures of the area: those that stand in no formula. */
export function Figures({ level, area }: { level: AreaLevel; area: AreaVerdicts }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = new Set(rates[level].flatMap(({ rate, numerator, denominator }) => [rate, numerator, denominator]));
  const facts = [...FACT_CATALOGUE.facts[level].values()].filter(({ name, type }) => type !== 'ratio' && name !== 'year' && !shown.has(name));
  const decision = level === 'village' && (area.decision ? t(`areas.decision.${area.decision}`) : t('areas.undecided'));
  return (
    <Card title={t('areas.figures')} extra={decision && <span>{t('areas.column.decision')}：{decision}</span>}>
      <dl className="facts">
        {facts.map((fact) => <div key={fact.name}><dt>{fact.label[language]}</dt><dd><NumberButton level={level} fact={fact.name} value={area.facts[fact.name]} /></dd></div>)}
      </dl>
    </Card>
  );
}
