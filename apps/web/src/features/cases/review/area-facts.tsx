import { useTranslation } from 'react-i18next';
import { FACT_CATALOGUE } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { FactList } from '../../../ui/fact-list.js';
import type { CaseDetail } from '../cases.api.js';
import { useFactText } from './fact-text.js';

/** The figures of a village or a county as they were verified. */
export function AreaFacts({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const level = detail.subjectKind === 'county' ? 'county' : 'village';
  const factText = useFactText(level);
  const verified = detail.verified?.facts;
  if (!verified) return <p className="secondary">{t('cases.notVerified')}</p>;
  const facts = [...FACT_CATALOGUE.facts[level].values()].filter(({ name, type }) => type !== 'ratio' && name in verified);
  return <FactList entries={facts.map(({ name, label }) => ({ key: name, label: label[language], value: factText(name, verified[name]) }))} />;
}
