import { App, Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel, incomeBlocks, knowledgeNames, knowledgeStates, satisfactionNames, satisfactionStates, spotCheckItems, spotCheckPlaces, spotCheckStates, spotFieldName, spotPlaceNames, uuidV7, type IncomeBlock } from '#domain';
import { api, call } from '../../../../api/client.js';
import { useLanguage } from '../../../../i18n/use-language.js';
import { Card } from '../../../../ui/card.js';
import { ProblemAlert } from '../../../../ui/problem-alert.js';
import { useTaskStep } from './use-task-step.js';

type Body = Parameters<typeof send>[1];

const send = (id: string, body: { id: string; place: (typeof spotCheckPlaces)[number]; memberCount: number; assurances: Record<(typeof spotCheckItems)[number], (typeof spotCheckStates)[number]>; incomeFen: Record<IncomeBlock, number | null>; knowsHelper?: (typeof knowledgeStates)[number] | null; knowsMeasures?: (typeof knowledgeStates)[number] | null; satisfaction: (typeof satisfactionStates)[number]; note?: string | null }) =>
  call(api.POST('/api/v1/sample-tasks/{id}/answers', { params: { path: { id } }, body }));

type SpotValues = Omit<Body, 'id' | 'incomeFen'> & { income?: Partial<Record<IncomeBlock, number | null>> };

/** What the household says, amounts in yuan; nothing on record is shown before it is saved for good. */
export function SpotForm({ id, year }: { id: string; year: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { message } = App.useApp();
  const [answerId] = useState(() => uuidV7());
  const save = useTaskStep((body: Body) => send(id, body), () => void message.success(t('samples.tasks.saved')));
  const needed = [{ required: true, message: t('samples.needed') }];
  const radios = (name: string | string[], label: string, options: { value: string; label: string }[], required = true) => <Form.Item name={name} label={label} rules={required ? needed : []}><Radio.Group options={options} /></Form.Item>;
  const states = spotCheckStates.map((value) => ({ value, label: codeLabel('assuranceState', value, language) }));
  const knowledge = knowledgeStates.map((value) => ({ value, label: knowledgeNames[value][language] }));
  const satisfaction = satisfactionStates.map((value) => ({ value, label: satisfactionNames[value][language] }));
  const finish = ({ income = {}, ...values }: SpotValues) => {
    const fen = (block: IncomeBlock) => (typeof income[block] === 'number' ? Math.round(income[block] * 100) : null);
    save.mutate({ ...values, id: answerId, incomeFen: { wage: fen('wage'), business: fen('business'), property: fen('property'), transfer: fen('transfer'), cost: fen('cost') } });
  };
  return (
    <Card title={t('samples.tasks.form', { year })}>
      <p className="secondary">{t('samples.tasks.blind')}</p>
      {save.error && <ProblemAlert error={save.error} />}
      <Form layout="vertical" onFinish={finish} initialValues={{ place: 'HOME' }}>
        <div className="spot-grid">
          <Form.Item name="place" label={spotFieldName('place', language)}><Select options={spotCheckPlaces.map((value) => ({ value, label: spotPlaceNames[value][language] }))} /></Form.Item>
          <Form.Item name="memberCount" label={spotFieldName('memberCount', language)} rules={needed}><InputNumber min={1} max={50} precision={0} controls={false} /></Form.Item>
          {spotCheckItems.map((item) => <div key={item}>{radios(['assurances', item], spotFieldName(`assurance.${item}`, language), states)}</div>)}
          {incomeBlocks.map((block) => <Form.Item key={block} name={['income', block]} label={spotFieldName(`income.${block}`, language)}><InputNumber min={0} precision={2} controls={false} suffix={t('common.yuan')} /></Form.Item>)}
        </div>
        {radios('knowsHelper', spotFieldName('help.helper', language), knowledge, false)}
        {radios('knowsMeasures', spotFieldName('help.measures', language), knowledge, false)}
        {radios('satisfaction', spotFieldName('satisfaction', language), satisfaction)}
        <Form.Item name="note" label={spotFieldName('note', language)}><Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} /></Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>{t('samples.tasks.save')}</Button>
      </Form>
    </Card>
  );
}
