import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../api/client.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import type { Screen } from './screens.api.js';

interface Change {
  value: number;
  reason: string;
}

/** Sets how sharply a screen looks, never without the reason. */
export function SettingDialog({ code, setting, onClose }: { code: string; setting: Screen['settings'][number]; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Change>();
  const set = useMutation({
    mutationFn: ({ value, reason }: Change) => call(api.PUT('/api/v1/screens/{code}/settings', { params: { path: { code } }, body: { name: setting.name, value, reason: reason.trim() } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['screens'] });
      onClose();
      void message.success(t('screens.changed'));
    },
  });
  return (
    <Modal open title={setting.label} okText={t('common.save')} cancelText={t('common.cancel')} confirmLoading={set.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      <p className="secondary">{t('screens.changeNote')}</p>
      {set.error && <ProblemAlert error={set.error} />}
      <Form form={form} layout="vertical" initialValues={{ value: setting.value }} onFinish={(change) => set.mutate(change)}>
        <Form.Item name="value" label={t('screens.value')} rules={[{ required: true, message: t('samples.needed') }]}><InputNumber controls={false} suffix={setting.unit} /></Form.Item>
        <Form.Item name="reason" label={t('samples.reason')} rules={[{ required: true, whitespace: true, min: 2, message: t('samples.reasonRequired') }]}><Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} /></Form.Item>
      </Form>
    </Modal>
  );
}
