import type { ReactNode } from 'react';
import type { Field } from '#domain';
import { useLanguage } from '../i18n/use-language.js';
import { FactList } from './fact-list.js';
import { useFieldText } from './use-field-text.js';

interface Props {
  fields: readonly Field[];
  values: Readonly<Record<string, unknown>>;
  /** Shows only what is recorded. */
  recordedOnly?: boolean;
  /** What stands behind a value, such as a button that reveals it. */
  after?: (field: Field) => ReactNode;
}

/** Fields of the catalogue with their values. */
export function FieldFacts({ fields, values, recordedOnly, after }: Props) {
  const language = useLanguage();
  const fieldText = useFieldText();
  const shown = fields.map((field) => ({ field, text: fieldText(field, values[field.key]) })).filter(({ text }) => !recordedOnly || text !== null);
  return <FactList entries={shown.map(({ field, text }) => ({ key: field.key, label: field[language], value: text === null ? null : <>{text} {after?.(field)}</> }))} />;
}
