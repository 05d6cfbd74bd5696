import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useToday } from '../../../ui/use-clock.js';
import { Faults } from '../../households/edit/faults.js';
import { recordAssessment, useAreaChange, type Assessment } from './record.api.js';

const kinds = ['MISSED', 'WRONG_EXIT', 'APPROVAL'] as const;

/** Enters what an assessment found: how many were asked, of how many it was true. */
export function AssessmentDialog({ code, year, onClose }: { code: string; year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const [form] = Form.useForm<Assessment>();
  const save = useAreaChange((body: Assessment) => recordAssessment(code, { ...body, id: uuidV7(), year }), onClose);
  const required = (name: string) => [{ required: true, message: t('cases.meeting.required', { name }) }];
  const texts = ['assessor', 'document'] as const;
  return (
    <Modal open title={t('areas.record.assessment', { year })} okText={t('common.save')} cancelText={t('common.cancel')} confirmLoading={save.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      {save.error && <Faults error={save.error} />}
      <Form<Assessment> form={form} layout="vertical" onFinish={(body) => save.mutate(body)}>
        <Form.Item name="kind" label={t('areas.assessment.kind')} rules={required(t('areas.assessment.kind'))}><Select options={kinds.map((value) => ({ value, label: t(`areas.assessment.${value}`) }))} /></Form.Item>
        {(['sampled', 'found'] as const).map((key) => <Form.Item key={key} name={key} label={t(`areas.assessment.${key}`)} rules={required(t(`areas.assessment.${key}`))}><InputNumber min={0} precision={0} /></Form.Item>)}
        <Form.Item name="assessedOn" label={t('areas.assessment.assessedOn')} initialValue={today} rules={required(t('areas.assessment.assessedOn'))}><Input type="date" max={today} /></Form.Item>
        {texts.map((key) => <Form.Item key={key} name={key} label={t(`areas.assessment.${key}`)} rules={key === 'assessor' ? required(t('areas.assessment.assessor')) : []}><Input maxLength={200} /></Form.Item>)}
      </Form>
    </Modal>
  );
}
