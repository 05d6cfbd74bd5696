import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { Chips, CodeField, TextField } from '../../ui/index.js';
import { newcomerFaults, related, type MemberChangeForm } from './member-change.js';

const frequent: Readonly<Record<string, readonly string[]>> = { birth: ['03', '04', '07', '08'], marriage: ['02', '05', '06'], move: ['02', '03', '04', '11', '12'] };

interface Props {
  form: MemberChangeForm;
  set: (change: (form: MemberChangeForm) => MemberChangeForm) => void;
}

/** Who joins: name, relation (which mostly says the sex), and the number if there is one. */
export function NewcomerFields({ form, set }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const relations = frequent[form.type ?? ''] ?? [];
  const idFault = form.idNo.trim() === '' ? null : (newcomerFaults(form).find(({ field }) => field !== 'name' && field !== 'relationToHead')?.[language] ?? null);
  return (
    <>
      <TextField label={t('field.member.name')} required maxLength={100} value={form.name} onChange={(name) => set((now) => ({ ...now, name }))} testid="name" />
      <Chips label={t('field.member.relation')} shown options={relations.map((code) => ({ value: code, text: codeLabel('relationToHead', code, language) }))} value={form.relation} onChange={(code) => set((now) => related(now, code))} testid="relation" />
      <CodeField label={t('field.member.otherRelation')} list="relationToHead" value={form.relation} onChange={(code) => set((now) => related(now, code))} testid="relation-other" />
      <Chips label={t('field.member.gender')} shown options={['1', '2'].map((code) => ({ value: code, text: codeLabel('gender', code, language) }))} value={form.gender} onChange={(gender) => set((now) => ({ ...now, gender }))} testid="gender" />
      <TextField label={t('field.member.idNo')} maxLength={20} value={form.idNo} error={idFault} onChange={(idNo) => set((now) => ({ ...now, idNo }))} testid="id-no" />
    </>
  );
}
