import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import { exportFormats, type ExportFormat } from '#domain';
import { api, call } from '../../../../api/client.js';
import { ProblemAlert } from '../../../../ui/problem-alert.js';

interface Props {
  /** What is taken out, as POST /evidence-exports names it. */
  source: string;
  params: Record<string, unknown>;
  rows: number | null;
  onClose: () => void;
}

interface Form {
  format: ExportFormat;
  purpose?: string;
}

/** Asks for a file with masked numbers; it is written in the background and fetched from the list of exports. */
export function ExportDialog({ source, params, rows, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Form>();
  const ask = useMutation({
    mutationFn: ({ format, purpose }: Form) => call(api.POST('/api/v1/evidence-exports', { body: { source, params, format, encoding: 'utf8-bom', unmasked: false, ...(purpose?.trim() ? { purpose: purpose.trim() } : {}) } })),
    onSuccess: () => {
      onClose();
      void message.success(t('questions.takeOut.done'), 6);
    },
  });
  return (
    <Modal open title={t('questions.takeOut.title')} okText={t('questions.takeOut.confirm')} cancelText={t('common.cancel')} confirmLoading={ask.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      <p>{rows === null ? t('questions.takeOut.note') : t('questions.takeOut.rows', { count: rows })}</p>
      {ask.error && <ProblemAlert error={ask.error} />}
      <Form form={form} layout="vertical" initialValues={{ format: 'xlsx' }} onFinish={(values) => ask.mutate(values)}>
        <Form.Item name="format" label={t('questions.takeOut.format')}><Select options={exportFormats.map((format) => ({ value: format, label: format }))} /></Form.Item>
        <Form.Item name="purpose" label={t('questions.takeOut.purpose')}><Input maxLength={200} /></Form.Item>
      </Form>
    </Modal>
  );
}
