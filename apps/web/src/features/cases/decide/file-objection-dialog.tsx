import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../api/client.js';
import type { components } from '../../../api/generated/schema.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useRefreshAfterCase } from '../cases.api.js';

type ObjectionForm = components['schemas']['ObjectionRequest'];

/** Records what somebody has against a notice; from then on its clock stands still. */
export function FileObjectionDialog({ caseId, name, onClose }: { caseId: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ObjectionForm>();
  const refresh = useRefreshAfterCase();
  const file = useMutation({
    mutationFn: (body: ObjectionForm) => call(api.POST('/api/v1/cases/{id}/objections', { params: { path: { id: caseId } }, body: { statement: body.statement, ...(body.objector?.trim() ? { objector: body.objector.trim() } : {}) } })),
    onSuccess: () => {
      onClose();
      return refresh();
    },
  });
  return (
    <Modal open title={t('cases.objection.fileTitle', { name })} okText={t('cases.objection.file')} cancelText={t('common.cancel')} confirmLoading={file.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      <p>{t('cases.objection.fileHint')}</p>
      {file.error && <ProblemAlert error={file.error} />}
      <Form<ObjectionForm> form={form} layout="vertical" onFinish={(body) => file.mutate(body)}>
        <Form.Item name="statement" label={t('cases.objection.statement')} rules={[{ required: true, whitespace: true, message: t('cases.objection.statementRequired') }]}><Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} autoFocus /></Form.Item>
        <Form.Item name="objector" label={t('cases.objection.objector')}><Input maxLength={100} /></Form.Item>
      </Form>
    </Modal>
  );
}
