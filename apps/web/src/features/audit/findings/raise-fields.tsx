import { DatePicker, Form, Input, InputNumber, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { findingUnitLevels, type FindingUnitLevel } from '#domain';
import type { RaiseRequest } from './findings.api.js';

/** What a person says of a finding besides what it is raised from. */
export interface RaiseAnswers {
  unitLevel: FindingUnitLevel;
  dueWorkingDays: number | null;
  dueOn: Dayjs | null;
  title?: string;
  facts?: string;
  basis?: string;
  suggestion?: string;
}

export const raiseDefaults = { unitLevel: 'county', dueWorkingDays: null, dueOn: null } as const;

const text = (value: string | undefined) => value?.trim() || undefined;

export function raiseBody(origins: RaiseRequest['origins'], { unitLevel, dueWorkingDays, dueOn, title, facts, basis, suggestion }: RaiseAnswers): RaiseRequest {
  return {
    origins, unitLevel, ...(dueOn ? { dueOn: dueOn.format('YYYY-MM-DD') } : { dueWorkingDays: dueWorkingDays ?? undefined }), title: text(title), facts: text(facts), basis: text(basis), suggestion: text(suggestion),
  };
}

/** Who answers, until when; the words come from what it is raised from unless others are written. */
export function RaiseFields({ wordsNeeded = false }: { wordsNeeded?: boolean }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<RaiseAnswers>();
  const words = (name: 'title' | 'facts' | 'basis') => ({ name, label: t(`findings.raise.${name}`), rules: wordsNeeded ? [{ required: true, min: 2, whitespace: true, message: t('findings.raise.required') }] : [] });
  const one = { validator: () => (form.getFieldValue('dueWorkingDays') || form.getFieldValue('dueOn') ? Promise.resolve() : Promise.reject(new Error(t('findings.raise.dueRequired')))) };
  const more = <><Form.Item {...words('facts')}><Input.TextArea rows={2} maxLength={4000} /></Form.Item><Form.Item {...words('basis')}><Input.TextArea rows={2} maxLength={4000} /></Form.Item><Form.Item name="suggestion" label={t('findings.raise.suggestion')}><Input.TextArea rows={2} maxLength={4000} /></Form.Item></>;
  return (
    <>
      <Form.Item name="unitLevel" label={t('findings.raise.unit')}><Radio.Group options={findingUnitLevels.map((value) => ({ value, label: t(`findings.raise.level.${value}`) }))} /></Form.Item>
      <div className="raise-due">
        <Form.Item name="dueWorkingDays" label={t('findings.raise.days')} rules={[one]}><InputNumber autoFocus min={1} max={366} precision={0} onChange={() => form.setFieldValue('dueOn', null)} /></Form.Item>
        <Form.Item name="dueOn" label={t('findings.raise.dueOn')}><DatePicker minDate={dayjs()} onChange={() => form.setFieldValue('dueWorkingDays', null)} /></Form.Item>
      </div>
      {wordsNeeded ? <><Form.Item {...words('title')}><Input maxLength={200} /></Form.Item>{more}</> : (
        <details className="raise-words"><summary>{t('findings.raise.words')}</summary><Form.Item {...words('title')} extra={t('findings.raise.fromOrigin')}><Input maxLength={200} /></Form.Item>{more}</details>
      )}
    </>
  );
}
