import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { save, settleReturned, useDraft, useSyncState } from '../../store/index.js';
import type { OutboxItem, PackHousehold, PendingEdit } from '../../store/types.js';
import { BigButton, Card, say, useGo } from '../../ui/index.js';
import { formOf } from './own-form.js';
import { MendField } from './mend-field.js';
import { mendable, withValue } from './mendable.js';
import { baseOf } from './mend-base.js';

interface Props {
  item: OutboxItem;
  edit: PendingEdit;
  household: PackHousehold;
}

/** The refused values to mend in place; saving makes new work of them and takes the refused one off the list. */
export function MendForm({ item, edit, household }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const { waiting } = useSyncState();
  const draftKey = `mend:${item.opId}`;
  const initial = useCallback(() => edit.payload, [edit.payload]);
  const { value: payload, set } = useDraft(draftKey, initial);
  const entries = mendable(item.kind, edit.payload, edit.reason);
  const form = formOf(item, household.id);
  const again = async () => {
    const fresh = baseOf(item, payload, household);
    await save([{ kind: item.kind, entityId: fresh.entityId, householdId: household.id, title: item.title, payload: fresh.payload, ...(fresh.baseVersion === undefined ? {} : { baseVersion: fresh.baseVersion }), draftKey }]);
    await settleReturned(item.opId);
    say(t('field.inbox.resent', { count: waiting + 1 }));
    go('/inbox', { replace: true });
  };
  if (item.state !== 'returned') return null;
  if (entries.length === 0) return form ? <BigButton onClick={() => go(form.to, { search: form.search })} data-testid="mend-open">{t('field.inbox.openForm')}</BigButton> : null;
  const valueAt = (path: readonly string[]): unknown => path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), payload);
  return (
    <Card title={t('field.inbox.mendHere')}>
      {entries.map((entry) => <MendField key={entry.path.join('.')} entry={entry} value={valueAt(entry.path)} onChange={(value) => set((old) => withValue(old, entry.path, value))} />)}
      <BigButton onClick={() => void again()} data-testid="mend-save">{t('field.inbox.sendAgain')}</BigButton>
    </Card>
  );
}
