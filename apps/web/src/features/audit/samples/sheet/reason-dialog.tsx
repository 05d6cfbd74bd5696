import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../../ui/problem-alert.js';
import { useSampleStep, type Sample } from '../samples.api.js';

/** Opening a seal never without a reason; ending a sample only where households are left. */
export function ReasonDialog({ sample, kind, onClose }: { sample: Sample; kind: 'unseal' | 'close'; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason?: string }>();
  const step = useSampleStep(sample.id, () => {
    onClose();
    void message.success(t(`samples.${kind}.done`));
  });
  return (
    <Modal open title={t(`samples.${kind}.title`)} okText={t(`samples.step.${kind}`)} cancelText={t('common.cancel')} okButtonProps={{ danger: true }} confirmLoading={step.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      <p>{t(`samples.${kind}.note`)}</p>
      {step.error && <ProblemAlert error={step.error} />}
      <Form form={form} layout="vertical" onFinish={({ reason = '' }) => step.mutate({ kind, reason: reason.trim() })}>
        <Form.Item name="reason" label={t('samples.reason')} rules={[{ required: kind === 'unseal', whitespace: true, min: 2, message: t('samples.reasonRequired') }]}><Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} autoFocus /></Form.Item>
      </Form>
    </Modal>
  );
}
