import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { api, call } from '../../../api/client.js';
import { useLocalText } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useRefreshAfterCase } from '../cases.api.js';
import type { StartablePack } from './startable-packs.js';

interface StartForm {
  year: number;
  reason?: string;
}

interface Props {
  pack: StartablePack;
  subjectId: string;
  year: number;
  onClose: () => void;
}

/** Opens a case and shows it. The id is made here once, so that pressing twice opens one case. */
export function StartDialog({ pack, subjectId, year, onClose }: Props) {
  const { t } = useTranslation();
  const local = useLocalText();
  const navigate = useNavigate();
  const [form] = Form.useForm<StartForm>();
  const [id] = useState(uuidV7);
  const refresh = useRefreshAfterCase();
  const start = useMutation({
    mutationFn: (body: StartForm) => call(api.POST('/api/v1/cases', { body: { id, pack: pack.code, subjectId, year: body.year, ...(body.reason?.trim() ? { reason: body.reason.trim() } : {}) } })),
    onSuccess: async (opened) => {
      await refresh();
      onClose();
      void navigate({ to: '/cases/$id', params: { id: opened.id } });
    },
  });
  return (
    <Modal open title={t('cases.start.title', { pack: local(pack.name) })} okText={t('cases.start.confirm')} cancelText={t('common.cancel')} confirmLoading={start.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      {start.error && <ProblemAlert error={start.error} />}
      <Form<StartForm> form={form} layout="vertical" initialValues={{ year }} onFinish={(body) => start.mutate(body)}>
        <Form.Item name="year" label={t('cases.start.year')} rules={[{ required: true }]}><InputNumber min={2000} max={2100} precision={0} /></Form.Item>
        <Form.Item name="reason" label={t('cases.start.reason')} rules={[{ required: pack.reasonRequired, whitespace: true, message: t('cases.start.reasonRequired') }]}><Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} /></Form.Item>
      </Form>
    </Modal>
  );
}
