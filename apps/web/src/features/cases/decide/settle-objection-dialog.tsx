import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../api/client.js';
import type { components } from '../../../api/generated/schema.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useRefreshAfterCase, type Objection } from '../cases.api.js';

type Settlement = components['schemas']['SettleObjectionRequest'];
const results = ['NOT_UPHELD', 'UPHELD_RETURN', 'UPHELD_REFUSE'] as const;

/** What the inquiry found; the notice runs on, or the case goes back or ends. */
export function SettleObjectionDialog({ objection, onClose }: { objection: Objection; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Settlement>();
  const refresh = useRefreshAfterCase();
  const settle = useMutation({
    mutationFn: (body: Settlement) => call(api.POST('/api/v1/objections/{id}/settle', { params: { path: { id: objection.id } }, body })),
    onSuccess: () => {
      onClose();
      return refresh();
    },
  });
  return (
    <Modal open title={t('cases.objection.settle')} okText={t('common.confirm')} cancelText={t('common.cancel')} confirmLoading={settle.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      <p>{objection.statement}</p>
      {settle.error && <ProblemAlert error={settle.error} />}
      <Form<Settlement> form={form} layout="vertical" onFinish={(body) => settle.mutate(body)}>
        <Form.Item name="result" label={t('cases.objection.conclusion')} rules={[{ required: true, message: t('cases.objection.conclusionRequired') }]}>
          <Radio.Group options={results.map((value) => ({ value, label: t(`cases.objection.result.${value}`) }))} />
        </Form.Item>
        <Form.Item name="finding" label={t('cases.objection.finding')} rules={[{ required: true, whitespace: true, message: t('cases.objection.findingRequired') }]}><Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} /></Form.Item>
      </Form>
    </Modal>
  );
}
