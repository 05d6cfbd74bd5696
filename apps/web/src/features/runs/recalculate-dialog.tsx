import { Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/me.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useRecalculate } from './runs.api.js';

export function RecalculateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const [form] = Form.useForm<{ division: string }>();
  const run = useRecalculate(onClose);
  return (
    <Modal open title={t('runs.recalculate')} okText={t('runs.start')} cancelText={t('common.cancel')} confirmLoading={run.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      {run.error && <ProblemAlert error={run.error} />}
      <p>{t('runs.recalculateBody')}</p>
      <Form form={form} layout="vertical" initialValues={{ division: me.division }} onFinish={({ division }) => run.mutate(division)}>
        <Form.Item name="division" label={t('runs.division')} rules={[{ required: true, message: t('accounts.divisionRequired') }]}><DivisionSelect within={me.division ?? '15'} placeholder={t('runs.division')} /></Form.Item>
      </Form>
    </Modal>
  );
}
