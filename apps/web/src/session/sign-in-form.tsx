import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../api/problem.js';
import { useSignInFault } from './sign-in-fault.js';
import type { Credentials } from './use-sign-in.js';

interface Props {
  problem: ApiProblem | null;
  pending: boolean;
  /** Given when the session of a known person has ended. */
  username?: string;
  onSubmit: (credentials: Credentials) => void;
}

/** Name and password, and above them in words what went wrong. */
export function SignInForm({ problem, pending, username, onSubmit }: Props) {
  const { t } = useTranslation();
  const fault = useSignInFault(problem);
  return (
    <Form<Credentials> layout="vertical" requiredMark={false} initialValues={{ username: username ?? '' }} onFinish={onSubmit}>
      {fault && <Alert className="sign-in-fault" type="error" showIcon title={fault} role="alert" />}
      <Form.Item name="username" label={t('session.username')} rules={[{ required: true, message: t('session.usernameRequired') }]}>
        <Input autoComplete="username" autoFocus={!username} maxLength={64} size="large" />
      </Form.Item>
      <Form.Item name="password" label={t('session.password')} rules={[{ required: true, message: t('session.passwordRequired') }]}>
        <Input.Password autoComplete="current-password" autoFocus={Boolean(username)} maxLength={128} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={pending}>{t('session.submit')}</Button>
    </Form>
  );
}
