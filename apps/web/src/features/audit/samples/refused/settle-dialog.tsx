import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../../ui/problem-alert.js';
import { useSettleRefused, type RefusedOutcome } from './refused.api.js';

interface Props {
  id: string;
  outcome: RefusedOutcome;
  onClose: () => void;
  onDone: () => void;
}

/** Says what follows; a dismissal is not taken without its reason. */
export function SettleDialog({ id, outcome, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ note?: string }>();
  const settle = useSettleRefused(id, () => {
    onDone();
    void message.success(t(`samples.refused.done.${outcome}`));
  });
  const needed = outcome === 'DISMISSED';
  return (
    <Modal open title={t(`samples.refused.step.${outcome}`)} okText={t(`samples.refused.step.${outcome}`)} cancelText={t('common.cancel')} confirmLoading={settle.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      <p>{t(`samples.refused.note.${outcome}`)}</p>
      {settle.error && <ProblemAlert error={settle.error} />}
      <Form form={form} layout="vertical" onFinish={({ note = '' }) => settle.mutate({ outcome, ...(note.trim() ? { note: note.trim() } : {}) })}>
        <Form.Item name="note" label={t(needed ? 'samples.reason' : 'samples.tasks.note')} rules={[{ required: needed, whitespace: true, min: 2, message: t('samples.reasonRequired') }]}><Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} autoFocus /></Form.Item>
      </Form>
    </Modal>
  );
}
