import { Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useHolidayStep, type Holiday } from './holidays.api.js';

/** A day as announced; nothing is entered without its document. */
export function HolidayDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Holiday>();
  const step = useHolidayStep(onClose);
  return (
    <Modal open title={t('holidays.add')} okText={t('common.save')} cancelText={t('common.cancel')} confirmLoading={step.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      {step.error && <ProblemAlert error={step.error} />}
      <Form<Holiday> form={form} layout="vertical" initialValues={{ kind: 'HOLIDAY' }} onFinish={(values) => step.mutate({ ...values, name: values.name?.trim() ? values.name.trim() : null })}>
        <Form.Item name="day" label={t('holidays.day')} rules={[{ required: true, message: t('holidays.dayRequired') }]}><Input type="date" min={`${year}-01-01`} max={`${year}-12-31`} /></Form.Item>
        <Form.Item name="kind" label={t('holidays.kind')}><Radio.Group options={(['HOLIDAY', 'WORKDAY'] as const).map((value) => ({ value, label: t(`holidays.${value}`) }))} /></Form.Item>
        <Form.Item name="name" label={t('holidays.name')}><Input maxLength={40} /></Form.Item>
        <Form.Item name="source" label={t('holidays.source')} rules={[{ required: true, whitespace: true, message: t('holidays.sourceRequired') }]}><Input maxLength={200} /></Form.Item>
      </Form>
    </Modal>
  );
}
