import { Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useFieldWorkStep, type FieldWorkStep } from './devices.api.js';

interface Props {
  title: string;
  body: ReactNode;
  confirm: string;
  makeStep: (reason: string) => FieldWorkStep;
  onClose: () => void;
}

/** A step that is not taken without its reason. */
export function FieldWorkDialog({ title, body, confirm, makeStep, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const step = useFieldWorkStep(onClose);
  return (
    <Modal open title={title} okText={confirm} cancelText={t('common.cancel')} confirmLoading={step.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      {step.error && <ProblemAlert error={step.error} />}
      <p>{body}</p>
      <Form form={form} layout="vertical" onFinish={({ reason }) => step.mutate(makeStep(reason.trim()))}>
        <Form.Item name="reason" label={t('devices.reason')} rules={[{ required: true, whitespace: true, min: 2, message: t('devices.reasonRequired') }]}><Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} /></Form.Item>
      </Form>
    </Modal>
  );
}
