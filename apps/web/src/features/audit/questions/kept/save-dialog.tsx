import { App, Checkbox, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QuestionDefinition } from '#domain';
import { api, call } from '../../../../api/client.js';
import { ProblemAlert } from '../../../../ui/problem-alert.js';
import { sent, useKeeping } from '../questions.api.js';

interface Form {
  name: string;
  shared?: boolean;
}

/** Keeps a question under a name, for oneself or for everybody who sees its area. */
export function SaveDialog({ definition, sentence, onClose }: { definition: QuestionDefinition; sentence: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Form>();
  const save = useKeeping(({ name, shared = false }: Form) => call(api.POST('/api/v1/questions', { body: { name, shared, definition: sent(definition) } })), ({ name }) => {
    onClose();
    void message.success(t('questions.save.done', { name }));
  });
  return (
    <Modal open title={t('questions.save.title')} okText={t('common.save')} cancelText={t('common.cancel')} confirmLoading={save.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      <p className="secondary">{sentence}</p>
      {save.error && <ProblemAlert error={save.error} />}
      <Form form={form} layout="vertical" onFinish={(values) => save.mutate(values)}>
        <Form.Item name="name" label={t('questions.save.name')} rules={[{ required: true, whitespace: true, message: t('questions.save.nameRequired') }]}><Input maxLength={120} autoFocus /></Form.Item>
        <Form.Item name="shared" valuePropName="checked"><Checkbox>{t('questions.save.shared')}</Checkbox></Form.Item>
      </Form>
    </Modal>
  );
}
