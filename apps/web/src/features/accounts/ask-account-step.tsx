import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useAccountStep, type AccountStep } from './accounts.api.js';

interface Props {
  title: string;
  body: string;
  confirm: string;
  step: AccountStep;
  onClose: () => void;
}

/** Says what follows before it is done. */
export function AskAccountStep({ title, body, confirm, step, onClose }: Props) {
  const { t } = useTranslation();
  const send = useAccountStep(onClose);
  return (
    <Modal open title={title} okText={confirm} cancelText={t('common.cancel')} confirmLoading={send.isPending} onCancel={onClose} onOk={() => send.mutate(step)} destroyOnHidden>
      {send.error && <ProblemAlert error={send.error} />}
      <p>{body}</p>
    </Modal>
  );
}
