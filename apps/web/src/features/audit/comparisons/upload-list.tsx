import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { comparisonRegisters } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { useMe } from '../../../session/me.js';
import { Card } from '../../../ui/card.js';
import { DivisionSelect } from '../../../ui/division-select.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { codesQuery } from '../../households/households.api.js';
import { useUploadList, type Comparison } from './comparisons.api.js';

interface Answers {
  register: string;
  division: string;
  department: string;
  purposeCode: string;
  purpose: string;
  listOn: Dayjs;
}

/** Which list of whom, of which day, what for; the columns are recognised next, and nothing is matched yet. */
export function UploadList({ onUploaded }: { onUploaded: (comparison: Comparison) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe();
  const purposes = useQuery(codesQuery).data?.unmaskPurposes ?? [];
  const upload = useUploadList();
  const [file, setFile] = useState<File | null>(null);
  const [form] = Form.useForm<Answers>();
  const keeper = (code: string) => form.setFieldValue('department', comparisonRegisters.find((one) => one.code === code)?.keeper[language]);
  const required = [{ required: true, message: t('findings.raise.required') }];
  return (
    <Card title={t('comparisons.upload.title')}>
      <p className="secondary">{t('comparisons.upload.hint')}</p>
      {upload.error && <ProblemAlert error={upload.error} />}
      <Form<Answers> form={form} layout="vertical" className="list-upload" initialValues={{ division: me.division, purposeCode: 'DATA_COMPARISON' }} onFinish={({ listOn, ...statement }) => file && upload.mutate({ ...statement, purpose: statement.purpose.trim(), listOn: listOn.format('YYYY-MM-DD'), file }, { onSuccess: onUploaded })}>
        <Form.Item name="register" label={t('comparisons.upload.register')} rules={required}><Select showSearch={{ optionFilterProp: 'label' }} onChange={keeper} options={comparisonRegisters.map((one) => ({ value: one.code, label: one[language] }))} /></Form.Item>
        <Form.Item name="department" label={t('comparisons.upload.department')} rules={required}><Input maxLength={100} /></Form.Item>
        <Form.Item name="listOn" label={t('comparisons.upload.listOn')} rules={required}><DatePicker /></Form.Item>
        <Form.Item name="division" label={t('comparisons.upload.division')} rules={required}><DivisionSelect within={me.division} placeholder={t('comparisons.upload.division')} /></Form.Item>
        <Form.Item name="purposeCode" label={t('comparisons.upload.purposeCode')} rules={required}><Select options={purposes.map((purpose) => ({ value: purpose.code, label: purpose[language] }))} /></Form.Item>
        <Form.Item name="purpose" label={t('comparisons.upload.purpose')} rules={[{ required: true, min: 5, whitespace: true, message: t('comparisons.upload.purposeRequired') }]}><Input maxLength={200} /></Form.Item>
        <label className="file-pick">
          <input className="visually-hidden" type="file" accept=".xlsx,.csv" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
          <span className="file-button">{t('imports.upload.file')}</span> <span className="secondary">{file?.name ?? t('imports.upload.noFile')}</span>
        </label>
        <Button type="primary" htmlType="submit" disabled={!file} loading={upload.isPending}>{t('comparisons.upload.submit')}</Button>
      </Form>
    </Card>
  );
}
