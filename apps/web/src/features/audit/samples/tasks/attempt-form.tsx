import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureReasonCodes, failureReasons, uuidV7, type FailureReason } from '#domain';
import { api, call } from '../../../../api/client.js';
import { useLocalText } from '../../../../i18n/use-language.js';
import { ProblemAlert } from '../../../../ui/problem-alert.js';
import { useToday } from '../../../../ui/use-clock.js';
import { useTaskStep } from './use-task-step.js';

interface Attempt {
  reason: FailureReason;
  triedOn: string;
  note?: string;
}

/** I went and could not ask. Absence counts after two days, anything else at once. */
export function AttemptForm({ id }: { id: string }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const { message } = App.useApp();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const step = useTaskStep(({ reason, triedOn, note }: Attempt) => call(api.POST('/api/v1/sample-tasks/{id}/attempts', { params: { path: { id } }, body: { id: uuidV7(), reason, triedOn, ...(note?.trim() ? { note: note.trim() } : {}) } })), () => {
    setOpen(false);
    void message.success(t('samples.tasks.attemptDone'));
  });
  if (!open) return <Button onClick={() => setOpen(true)}>{t('samples.tasks.attempt')}</Button>;
  return (
    <Form layout="inline" initialValues={{ triedOn: today, reason: 'ABSENT' }} onFinish={(values: Attempt) => step.mutate(values)}>
      {step.error && <ProblemAlert error={step.error} />}
      <Form.Item name="reason" label={t('samples.reason')}><Select className="frame-select" options={failureReasonCodes.map((value) => ({ value, label: local(failureReasons[value]) }))} /></Form.Item>
      <Form.Item name="triedOn" label={t('samples.tasks.triedOn')}><Input type="date" /></Form.Item>
      <Form.Item name="note" label={t('samples.tasks.note')}><Input maxLength={300} /></Form.Item>
      <Button htmlType="submit" type="primary" loading={step.isPending}>{t('common.save')}</Button>
    </Form>
  );
}
