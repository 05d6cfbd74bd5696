import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../ui/index.js';
import type { Shown } from './use-judged.js';
import { editKey } from './with-edits.js';

interface Props {
  shown: Pick<Shown, 'edited'>;
  entity: string;
  row: string | number;
  field: string;
}

/** Says that a value was changed on this phone and has not arrived in the record yet. */
export function EditedTag({ shown, entity, row, field }: Props) {
  const { t } = useTranslation();
  const edit = shown.edited.get(editKey(entity, row, field));
  if (!edit) return null;
  return <> <span data-testid="edited-here"><StatusTag tone="warning" mark="↑">{t(edit.state === 'sent' ? 'field.households.editedSent' : 'field.households.editedHere')}</StatusTag></span></>;
}
