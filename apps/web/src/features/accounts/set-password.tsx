import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useAccountStep, type Account } from './accounts.api.js';

/** A new password from the administrator; every session of the user ends. */
export function SetPassword({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ password: string }>();
  const step = useAccountStep(onClose);
  return (
    <Modal open title={t('accounts.passwordTitle', { name: account.displayName })} okText={t('accounts.setPassword')} cancelText={t('common.cancel')} confirmLoading={step.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      {step.error && <ProblemAlert error={step.error} />}
      <p>{t('accounts.passwordBody')}</p>
      <Form form={form} layout="vertical" onFinish={({ password }) => step.mutate({ kind: 'change', id: account.id, password })}>
        <Form.Item name="password" label={t('accounts.newPassword')} extra={t('accounts.passwordHint')} rules={[{ required: true, message: t('accounts.passwordRequired') }]}><Input.Password autoComplete="new-password" maxLength={128} /></Form.Item>
      </Form>
    </Modal>
  );
}
