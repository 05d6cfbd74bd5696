import { useLanguage, useLocalText } from '../../../i18n/use-language.js';
import type { CaseDetail } from '../cases.api.js';
import { factLabel } from './fact-text.js';

/** What a return asks to correct, in words: a fact of the matrix, or the papers of a step (`step:NOTICE`). */
export function useFieldName(detail: Pick<CaseDetail, 'subjectKind' | 'steps'>): (field: string) => string {
  const language = useLanguage();
  const local = useLocalText();
  const level = detail.subjectKind === 'village' || detail.subjectKind === 'county' ? detail.subjectKind : 'household';
  return (field) => {
    if (!field.startsWith('step:')) return factLabel(level, field, language);
    const code = field.slice('step:'.length);
    return local(detail.steps.find((step) => step.code === code)?.name) || code;
  };
}
