import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { api, call } from '../../../api/client.js';
import { useLocalText } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useRefreshAfterCase } from '../cases.api.js';
import type { StartablePack } from './startable-packs.js';
import type { StartYears } from './start-years.js';

interface StartForm {
  year: number;
  reason?: string;
}

interface Props {
  pack: StartablePack;
  subjectId: string;
  years: StartYears;
  onClose: () => void;
}

/** Opens a case and shows it. The id is made here once, so that pressing twice opens one case. */
export function StartDialog({ pack, subjectId, years, onClose }: Props) {
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
  const options = years.offered.map(({ year, recorded, lineSet }) => {
    const lacking = [...(recorded ? [] : [t('cases.start.noRecord')]), ...(lineSet ? [] : [t('cases.start.noLine')])];
    return { value: year, label: lacking.length > 0 ? t('cases.start.yearLacking', { year, lacking: lacking.join('、') }) : String(year) };
  });
  return (
    <Modal open title={t('cases.start.title', { pack: local(pack.name) })} okText={t('cases.start.confirm')} cancelText={t('common.cancel')} confirmLoading={start.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      {start.error && <ProblemAlert error={start.error} />}
      <Form<StartForm> form={form} layout="vertical" initialValues={{ year: years.usual }} onFinish={(body) => start.mutate(body)}>
        <Form.Item name="year" label={t('cases.start.year')} rules={[{ required: true }]}><Select options={options} /></Form.Item>
        <Form.Item name="reason" label={t('cases.start.reason')} rules={[{ required: pack.reasonRequired, whitespace: true, message: t('cases.start.reasonRequired') }]}><Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} /></Form.Item>
      </Form>
    </Modal>
  );
}
