import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocalText } from '../../i18n/use-language.js';
import { useMe } from '../../session/me.js';
import { useToday } from '../../ui/use-clock.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { DayItem, SelectItem, TextItem } from '../help/parts/items.js';
import { codesQuery } from '../households/households.api.js';
import { compareFile, registersQuery, type CareComparison } from './care.api.js';

interface Values {
  registerCode: string;
  department: string;
  listOn: string;
  purposeCode: string;
  purpose: string;
}

/** A department's list as a file: read once, compared, deleted. What for is recorded. */
export function CompareDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const language = useLanguage();
  const me = useMe();
  const today = useToday();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const registers = useQuery(registersQuery).data ?? [];
  const purposes = useQuery(codesQuery).data?.unmaskPurposes ?? [];
  const send = ({ registerCode, department, listOn, purposeCode, purpose }: Values): Promise<CareComparison> => compareFile({ registerCode, department, listOn, purposeCode, purpose, division: me.division }, file ?? new File([], ''));
  return (
    <FormDialog<Values, CareComparison> title={t('teams.care.compare')} okText={t('teams.care.compare')} intro={t('teams.care.compareHint')} initial={{ listOn: today, purposeCode: 'DATA_COMPARISON' }} send={send} onClose={onClose} said={t('help.saved', { what: t('teams.care.compare') })} onDone={(made) => void navigate({ to: '/care-comparisons/$id', params: { id: made.id } })}>
      <SelectItem name="registerCode" label={t('teams.care.register')} options={registers.map((register) => ({ value: register.code, label: register.comparedWith ? t('teams.care.against', { name: local(register.name), list: register.comparedWith }) : local(register.name) }))} required />
      <div className="two-fields">
        <TextItem name="department" label={t('teams.care.department')} required />
        <DayItem name="listOn" label={t('teams.care.listOn')} max={today} required />
      </div>
      <SelectItem name="purposeCode" label={t('households.unmask.kind')} options={purposes.map((purpose) => ({ value: purpose.code, label: purpose[language] }))} required />
      <Form.Item name="purpose" label={t('households.unmask.purpose')} rules={[{ required: true, min: 5, whitespace: true, message: t('households.unmask.purposeRequired') }]}><Input maxLength={200} showCount /></Form.Item>
      <Form.Item name="file" rules={[{ validator: () => (file ? Promise.resolve() : Promise.reject(new Error(t('teams.care.fileRequired')))) }]}>
        <label className="file-pick"><input className="visually-hidden" type="file" accept=".xlsx,.csv" onChange={(event) => setFile(event.target.files?.[0] ?? null)} /><span className="file-button">{t('teams.care.file')}</span> <span className="secondary">{file?.name ?? t('teams.care.fileColumns')}</span></label>
      </Form.Item>
    </FormDialog>
  );
}
