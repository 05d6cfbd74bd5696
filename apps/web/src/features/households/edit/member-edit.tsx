import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../../session/me.js';
import type { Household, Member } from '../households.api.js';
import { correctMember } from './edit.api.js';
import { memberFields } from './fields.js';
import { ValuesDialog } from './values-dialog.js';

/** Corrects what is recorded of a person. */
export function MemberEdit({ household, member }: { household: Household; member: Member }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may(Permission.HouseholdWrite) || !member.active || household.endedOn !== null) return null;
  return (
    <>
      <Button size="small" type="link" onClick={() => setOpen(true)} aria-label={t('households.edit.member', { name: member.name })}>{t('households.edit.correct')}</Button>
      {open && <ValuesDialog title={t('households.edit.member', { name: member.name })} before={member.values} groups={[{ fields: memberFields }]} save={(values) => correctMember(household.id, member.id, { values, version: member.version })} onClose={() => setOpen(false)} />}
    </>
  );
}
