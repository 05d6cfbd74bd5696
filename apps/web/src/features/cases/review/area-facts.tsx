import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FACT_CATALOGUE } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { FactList } from '../../../ui/fact-list.js';
import { checklistFilesQuery } from '../../areas/record/checklist-files.api.js';
import { FileLinks } from '../../areas/record/file-links.js';
import type { CaseDetail } from '../cases.api.js';
import { useFactText } from './fact-text.js';

/** The figures of a village or a county as they were verified, with the files that stand beside a row of a village's checklist. */
export function AreaFacts({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const level = detail.subjectKind === 'county' ? 'county' : 'village';
  const factText = useFactText(level);
  const files = useQuery({ ...checklistFilesQuery(detail.division, detail.year), enabled: level === 'village' }).data ?? [];
  const verified = detail.verified?.facts;
  const shown = (name: string, text: string | null) => {
    const own = files.filter(({ item }) => item === name);
    return own.length === 0 ? text : <>{text}<FileLinks files={own} /></>;
  };
  const known = [...FACT_CATALOGUE.facts[level].values()];
  if (!verified) {
    const withFiles = known.filter(({ name }) => files.some(({ item }) => item === name));
    return <><p className="secondary">{t('cases.notVerified')}</p>{withFiles.length > 0 && <FactList entries={withFiles.map(({ name, label }) => ({ key: name, label: label[language], value: shown(name, null) }))} />}</>;
  }
  const facts = known.filter(({ name, type }) => type !== 'ratio' && name in verified);
  return <FactList entries={facts.map(({ name, label }) => ({ key: name, label: label[language], value: shown(name, factText(name, verified[name])) }))} />;
}
