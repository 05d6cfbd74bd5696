import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.js';
import { FactList } from '../../../ui/fact-list.js';
import type { CaseDetail } from '../cases.api.js';
import { factLabel, useFactText } from './fact-text.js';

/** The figures of a village or a county as they were verified. */
export function AreaFacts({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const level = detail.subjectKind === 'county' ? 'county' : 'village';
  const factText = useFactText(level);
  const facts = Object.entries(detail.verified?.facts ?? {}).filter(([, value]) => typeof value !== 'object' || value === null);
  if (facts.length === 0) return <p className="secondary">{t('cases.notVerified')}</p>;
  return <FactList entries={facts.map(([name, value]) => ({ key: name, label: factLabel(level, name, language), value: factText(name, value) }))} />;
}
