import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useAccountStep } from './accounts.api.js';

interface AccountForm {
  username: string;
  displayName: string;
  password: string;
}

/** A user without any grant; the security administrator gives those. */
export function CreateAccount({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<AccountForm>();
  const step = useAccountStep(onClose);
  const required = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <Modal open title={t('accounts.create')} okText={t('accounts.create')} cancelText={t('common.cancel')} confirmLoading={step.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      {step.error && <ProblemAlert error={step.error} />}
      <Form<AccountForm> form={form} layout="vertical" onFinish={(values) => step.mutate({ kind: 'create', ...values, displayName: values.displayName.trim() })}>
        <Form.Item name="username" label={t('accounts.username')} extra={t('accounts.usernameHint')} rules={[{ required: true, pattern: /^[a-z][a-z0-9._-]{2,63}$/, message: t('accounts.usernameHint') }]}><Input autoComplete="off" maxLength={64} /></Form.Item>
        <Form.Item name="displayName" label={t('accounts.displayName')} rules={required(t('accounts.displayNameRequired'))}><Input autoComplete="off" maxLength={100} /></Form.Item>
        <Form.Item name="password" label={t('accounts.firstPassword')} extra={t('accounts.passwordHint')} rules={required(t('accounts.passwordRequired'))}><Input.Password autoComplete="new-password" maxLength={128} /></Form.Item>
      </Form>
    </Modal>
  );
}
