import { Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../../ui/use-clock.js';

const counts = ['entitled', 'present', 'inFavour', 'against', 'abstained'] as const;
const texts = ['place', 'convener'] as const;

/** Record of a review meeting: when, where, who, votes, result. */
export function MeetingFields() {
  const { t } = useTranslation();
  const today = useToday();
  const required = (key: 'heldOn' | 'summary' | (typeof counts)[number] | (typeof texts)[number]) => [{ required: true, message: t('cases.meeting.required', { name: t(`cases.meeting.${key}`) }) }];
  return (
    <div className="meeting-fields">
      <Form.Item name={['review', 'heldOn']} label={t('cases.meeting.heldOn')} rules={required('heldOn')} initialValue={today}><Input type="date" max={today} /></Form.Item>
      {texts.map((key) => <Form.Item key={key} name={['review', key]} label={t(`cases.meeting.${key}`)} rules={required(key)}><Input maxLength={100} /></Form.Item>)}
      {counts.map((key) => <Form.Item key={key} name={['review', key]} label={t(`cases.meeting.${key}`)} rules={required(key)}><InputNumber min={0} max={100_000} precision={0} /></Form.Item>)}
      <Form.Item name={['review', 'passed']} label={t('cases.meeting.passed')} initialValue={true}>
        <Radio.Group options={[{ value: true, label: t('cases.meeting.yes') }, { value: false, label: t('cases.meeting.no') }]} />
      </Form.Item>
      <Form.Item name={['review', 'summary']} label={t('cases.meeting.summary')} rules={required('summary')} className="wide"><Input.TextArea maxLength={5000} autoSize={{ minRows: 2 }} /></Form.Item>
    </div>
  );
}
