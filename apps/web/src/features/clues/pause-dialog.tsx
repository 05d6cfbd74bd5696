import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { pauseClue, useClueMove, type Clue } from './clues.api.js';

/** The clock of a clue stops only for a reason that stands on its rail. */
export function PauseDialog({ clue, onClose }: { clue: Clue; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const pause = useClueMove(({ reason }: { reason: string }) => pauseClue(clue.id, reason.trim()), onClose);
  return (
    <Modal open title={t('clues.pause.title', { name: clue.name ?? clue.place ?? '' })} okText={t('clues.pause.confirm')} cancelText={t('common.cancel')} confirmLoading={pause.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      <p>{t('clues.pause.hint')}</p>
      {pause.error && <ProblemAlert error={pause.error} />}
      <Form form={form} layout="vertical" onFinish={(values) => pause.mutate(values)}>
        <Form.Item name="reason" label={t('clues.pause.reason')} rules={[{ required: true, whitespace: true, message: t('clues.pause.reasonRequired') }]}><Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} autoFocus /></Form.Item>
      </Form>
    </Modal>
  );
}
