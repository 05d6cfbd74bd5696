import { Button, DatePicker, Form, Input, InputNumber, Modal, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useSetColours } from './findings.api.js';

interface Answers {
  blueDays: number;
  yellowDays: number;
  redDays: number;
  unit: 'calendar' | 'working';
  source: string;
  validFrom: Dayjs;
}

/** The bounds of the colours, with the document that gives them. */
export function ColourButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const set = useSetColours();
  const required = [{ required: true, message: t('findings.raise.required') }];
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('findings.bounds.open')}</Button>
      <Modal open={open} title={t('findings.bounds.open')} footer={null} onCancel={close} destroyOnHidden>
        {set.error && <ProblemAlert error={set.error} />}
        <Form<Answers> layout="vertical" initialValues={{ unit: 'calendar' }} onFinish={({ validFrom, ...answers }) => set.mutate({ ...answers, validFrom: validFrom.format('YYYY-MM-DD') }, { onSuccess: close })}>
          <div className="raise-due">{(['blueDays', 'yellowDays', 'redDays'] as const).map((name) => <Form.Item key={name} name={name} label={t(`findings.bounds.${name}`)} rules={required}><InputNumber min={-365} max={365} precision={0} /></Form.Item>)}</div>
          <Form.Item name="unit" label={t('findings.bounds.unit')}><Radio.Group options={(['calendar', 'working'] as const).map((value) => ({ value, label: t(`findings.bounds.${value}`) }))} /></Form.Item>
          <Form.Item name="source" label={t('checks.set.basis')} rules={required}><Input maxLength={300} /></Form.Item>
          <Form.Item name="validFrom" label={t('checks.set.from')} rules={required}><DatePicker /></Form.Item>
          <Button type="primary" htmlType="submit" loading={set.isPending}>{t('common.save')}</Button>
        </Form>
      </Modal>
    </>
  );
}
