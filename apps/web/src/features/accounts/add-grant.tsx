import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { levelOf, mayBeGrantedAt, roles, roleTable, type Role } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useMe } from '../../session/me.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useAccountStep, type Account } from './accounts.api.js';

interface GrantForm {
  role: Role;
  divisionCode: string;
  validTo?: string;
}

/** A role for a place. Roles that do not exist at the level of the place are refused before they are sent. */
export function AddGrant({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe();
  const [form] = Form.useForm<GrantForm>();
  const step = useAccountStep(onClose);
  const fits = (role: Role | undefined, code: string) => {
    const level = levelOf(code);
    return role !== undefined && level !== undefined && mayBeGrantedAt(role, level);
  };
  return (
    <Modal open title={t('accounts.grantTitle', { name: account.displayName })} okText={t('accounts.addGrant')} cancelText={t('common.cancel')} confirmLoading={step.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      {step.error && <ProblemAlert error={step.error} />}
      <Form<GrantForm> form={form} layout="vertical" initialValues={{ divisionCode: me.division ?? undefined }} onFinish={({ validTo, ...values }) => step.mutate({ kind: 'grant', id: account.id, ...values, ...(validTo ? { validTo } : {}) })}>
        <Form.Item name="role" label={t('accounts.role')} rules={[{ required: true, message: t('accounts.roleRequired') }]}><Select options={roles.map((role) => ({ value: role, label: roleTable[role][language] }))} /></Form.Item>
        <Form.Item
          name="divisionCode" label={t('accounts.division')} dependencies={['role']}
          rules={[{ required: true, message: t('accounts.divisionRequired') }, { validator: (_, code: string) => (!code || fits(form.getFieldValue('role') as Role | undefined, code) ? Promise.resolve() : Promise.reject(new Error(t('accounts.wrongLevel')))) }]}
        >
          <DivisionSelect within={me.division ?? '15'} placeholder={t('accounts.division')} />
        </Form.Item>
        <Form.Item name="validTo" label={t('accounts.validTo')}><Input type="date" /></Form.Item>
      </Form>
    </Modal>
  );
}
