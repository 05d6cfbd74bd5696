import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language.js';
import { useCaseAction, type CaseDetail } from '../cases.api.js';
import { CaseProblem } from './case-problem.js';
import { CopyField } from './copy-field.js';
import { copies } from './recipients.js';
import { dimensions } from '../review/matrix-rows.js';
import { usePins } from '../review/pins.js';
import { useFieldName } from '../review/use-field-name.js';

interface ReturnForm {
  opinion: string;
  fields: string[];
  toStep?: string;
  copyTo?: string[];
}

/** 退回: the reason and what is to be corrected are both required; what was marked while reading is already chosen. */
export function ReturnDialog({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const fieldName = useFieldName(detail);
  const { pinned } = usePins();
  const [form] = Form.useForm<ReturnForm>();
  const act = useCaseAction(detail, onClose);
  const step = detail.steps.find((known) => known.progress === 'current');
  const facts = detail.subjectKind === 'household' ? dimensions.map(({ fact }) => fact as string) : Object.keys(detail.verified?.facts ?? {});
  const papers = detail.steps.filter((known) => known.progress === 'done').map((known) => `step:${known.code}`);
  const options = [...facts, ...papers].map((value) => ({ value, label: fieldName(value) }));
  const targets = (step?.returnTo ?? []).map((code) => ({ value: code, label: local(detail.steps.find((known) => known.code === code)?.name) || code }));
  return (
    <Modal open title={t('cases.return.title', { name: detail.subjectName })} okText={t('cases.return.confirm')} cancelText={t('common.cancel')} confirmLoading={act.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      {act.error && <CaseProblem problem={act.error} subjectKind={detail.subjectKind} />}
      <Form<ReturnForm> form={form} layout="vertical" initialValues={{ fields: [...pinned], toStep: targets[0]?.value }} onFinish={({ copyTo, ...values }) => act.mutate({ action: 'return', ...values, ...copies(copyTo) })}>
        <Form.Item name="fields" label={t('cases.return.fields')} rules={[{ required: true, type: 'array', min: 1, message: t('cases.return.fieldsRequired') }]}><Select mode="multiple" options={options} /></Form.Item>
        <Form.Item name="opinion" label={t('cases.return.reason')} rules={[{ required: true, whitespace: true, message: t('cases.return.reasonRequired') }]}><Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} autoFocus /></Form.Item>
        {targets.length > 0 && <Form.Item name="toStep" label={t('cases.return.toStep')}><Select options={targets} /></Form.Item>}
        <CopyField id={detail.id} />
      </Form>
    </Modal>
  );
}
