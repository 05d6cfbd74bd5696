import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useFundChoices } from '../funds/use-fund-choices.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { SelectItem, TextItem } from '../help/parts/items.js';
import { makeBatch, type Batch } from './payments.api.js';

interface Values {
  title: string;
  purpose: string;
  format: 'csv' | 'xlsx';
  fundId?: string;
  skipWithoutAccount?: boolean;
}

/** Takes everything that is payable into one file for the bank. Accounts in clear need a purpose, which is recorded. */
export function BatchDialog({ division, onClose }: { division: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const funds = useFundChoices();
  const [id] = useState(uuidV7);
  const send = ({ fundId, skipWithoutAccount, ...values }: Values) => makeBatch({ id, ...values, skipWithoutAccount: skipWithoutAccount ?? false, ...(fundId ? { fundId } : {}), ...(division ? { division } : {}) });
  return (
    <FormDialog<Values, Batch>
      title={t('help.batches.make')} okText={t('help.batches.make')} intro={t('help.batches.makeHint')} initial={{ format: 'xlsx', skipWithoutAccount: false }} send={send} onClose={onClose}
      said={(batch) => t('help.batches.made', { count: batch.rows })} onDone={(batch) => void navigate({ to: '/payment-batches/$id', params: { id: batch.id } })}
    >
      <TextItem name="title" label={t('help.batches.name')} max={60} required autoFocus />
      <Form.Item name="purpose" label={t('help.batches.purpose')} extra={t('help.batches.purposeHint')} rules={[{ required: true, min: 5, whitespace: true, message: t('help.batches.purposeRequired') }]}><Input maxLength={200} showCount /></Form.Item>
      <div className="two-fields">
        <SelectItem name="format" label={t('help.batches.format')} options={[{ value: 'xlsx', label: 'XLSX' }, { value: 'csv', label: 'CSV' }]} required />
        <SelectItem name="fundId" label={t('help.batches.fund')} options={funds} search />
      </div>
      <Form.Item name="skipWithoutAccount" valuePropName="checked"><Checkbox>{t('help.batches.skip')}</Checkbox></Form.Item>
    </FormDialog>
  );
}
