import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission, type Field } from '#domain';
import { useMay } from '../../session/me.js';
import { UnmaskDialog } from './unmask-dialog.js';

interface Props {
  householdId: string;
  memberId?: string;
  field: Field;
}

/** Opens the question for the purpose; only for those who may see the value at all. */
export function UnmaskButton({ householdId, memberId, field }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may(Permission.HouseholdUnmask)) return null;
  return (
    <>
      <button type="button" className="text-button no-print" onClick={() => setOpen(true)}>{t('households.unmask.open')}</button>
      {open && <UnmaskDialog householdId={householdId} memberId={memberId} field={field} onClose={() => setOpen(false)} />}
    </>
  );
}
