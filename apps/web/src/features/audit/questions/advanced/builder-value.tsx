import type { ValueEditorProps } from 'react-querybuilder';
import { OVER } from '../chips/field-select.js';
import { RelatedLines, firstRelated, type Related } from '../chips/related-lines.js';
import { ValueField } from '../chips/value-field.js';
import type { Dataset } from '../questions.api.js';

/** What a row of the editor is compared with; a row about related rows holds conditions of its own. */
export function BuilderValue({ field: name, operator, value, handleOnChange, context }: ValueEditorProps) {
  const dataset = context as Dataset;
  const field = dataset.fields.find((one) => one.name === name);
  if (field) return <ValueField key={`${name}-${operator}`} field={field} operator={operator} value={value as unknown} onChange={handleOnChange} />;
  const collection = dataset.collections.find((one) => `${OVER}${one.name}` === name);
  if (!collection || (typeof value === 'object' && value !== null && 'kept' in value)) return null;
  const related = typeof value === 'object' && value !== null ? (value as Related) : firstRelated(collection);
  return <RelatedLines collection={collection} related={related} onChange={handleOnChange} />;
}
