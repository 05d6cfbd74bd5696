import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findField, HEAD, type PackRow } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { caseIdOf, save, useDraft, useSyncState } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { BigButton, Card, CodeField, DateField, FieldPage, Problem, say, TextField } from '../../ui/index.js';
import { useToday } from '../visit/use-today.js';
import { changedFields, correctionFaults, memberCorrection, type EditableField, type MemberEdits } from './member-correction.js';
import { useGo } from '../new/go.js';

const nothing: MemberEdits = {};
const begin = () => nothing;

/** Recorded fields of a person, corrected one by one. Numbers are shown by their last four digits only. */
export function EditScreen({ household, row }: { household: PackHousehold; row: PackRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const go = useGo();
  const today = useToday();
  const { waiting } = useSyncState();
  const [failed, setFailed] = useState<unknown>(null);
  const draftKey = `member:${String(row['id'])}`;
  const { value: edits, set } = useDraft(draftKey, begin);
  const values = changedFields(row, edits);
  const faults = correctionFaults(row, values);
  const label = (key: EditableField) => findField('member', key)?.[language] ?? key;
  const faultOf = (key: EditableField) => faults.find(({ field }) => field === key)?.[language];
  const text = (key: EditableField) => edits[key] ?? (typeof row[key] === 'string' ? row[key] : '');
  const put = (key: EditableField) => (value: string | null) => set((now) => ({ ...now, [key]: value ?? '' }));
  const lastFour = (key: EditableField) => (typeof row[key] === 'string' && row[key] !== '' ? t('field.member.onRecord', { digits: row[key].slice(-4) }) : t('common.notRecorded'));
  const keep = async (): Promise<void> => {
    try {
      const { payload, baseVersion } = memberCorrection(row, values, caseIdOf(household.id, household.id));
      await save([{ kind: 'member.correct', entityId: caseIdOf(String(row['id']), household.id), householdId: household.id, title: t('field.member.editItemTitle', { name: text('name') }), payload, baseVersion, draftKey }]);
      say(t('field.visit.saved', { waiting: waiting + 1 }));
      await go(`/households/${household.id}`, {}, { replace: true });
    } catch (error) {
      setFailed(error);
    }
  };
  const isSame = Object.keys(values).length === 0;
  const footer = <BigButton disabled={isSame || faults.length > 0} why={faults[0]?.[language] ?? t('field.income.nothingChanged')} onClick={() => void keep()} data-testid="save-member">{t('common.save')}</BigButton>;
  return (
    <FieldPage title={t('field.member.editTitle')} back={`/households/${household.id}`} footer={footer}>
      {failed !== null && <Problem error={failed} />}
      <Card title={text('name')}>
        <TextField label={label('name')} maxLength={100} value={text('name')} error={faultOf('name')} onChange={put('name')} testid="edit-name" />
        <TextField label={label('idNo')} maxLength={20} hint={lastFour('idNo')} value={edits.idNo ?? ''} error={faultOf('idNo')} onChange={put('idNo')} testid="edit-id" />
        <CodeField label={label('gender')} list="gender" value={text('gender') || null} error={faultOf('gender')} onChange={put('gender')} />
        <DateField label={label('birthDate')} max={today} value={text('birthDate') || null} error={faultOf('birthDate')} onChange={put('birthDate')} testid="edit-birth" />
        {row['relationToHead'] !== HEAD && <CodeField label={label('relationToHead')} list="relationToHead" value={text('relationToHead') || null} onChange={put('relationToHead')} />}
        <CodeField label={label('ethnicGroup')} list="ethnicGroup" value={text('ethnicGroup') || null} onChange={put('ethnicGroup')} />
        <TextField label={label('phone')} inputMode="tel" maxLength={30} hint={lastFour('phone')} value={edits.phone ?? ''} error={faultOf('phone')} onChange={put('phone')} testid="edit-phone" />
      </Card>
    </FieldPage>
  );
}
