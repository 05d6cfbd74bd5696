import { useTranslation } from 'react-i18next';
import { fieldsOf, type FieldEntity, type PackRow } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { Facts } from '../../ui/index.js';
import { EditedTag } from './edited-tag.js';
import type { Shown } from './use-judged.js';
import { useValueText } from './use-value-text.js';

interface Props {
  shown: Shown;
  entity: FieldEntity;
  row: PackRow;
  /** How the row is named among the edits: a person, a year, or both. */
  rowKey: string | number;
  /** Keys that stand elsewhere. */
  without?: readonly string[];
}

/** Everything that is recorded in a row, by the names of the field catalogue; what was changed here says so. */
export function RecordedFacts({ shown, entity, row, rowKey, without = [] }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = useValueText();
  const rows = fieldsOf(entity).flatMap((field) => {
    const value = without.includes(field.key) ? null : text(field, row[field.key]);
    return value === null ? [] : [{ key: field.key, name: field[language], value: <>{value}<EditedTag shown={shown} entity={entity} row={rowKey} field={field.key} /></> }];
  });
  return rows.length === 0 ? <p>{t('common.notRecorded')}</p> : <Facts rows={rows} />;
}
