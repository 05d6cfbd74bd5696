import { App, Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incomeBlocks, knowledgeStates, satisfactionStates, spotCheckItems, spotCheckPlaces, spotCheckStates, uuidV7, type IncomeBlock } from '#domain';
import { api, call } from '../../../../api/client.js';
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
  const { message } = App.useApp();
  const [answerId] = useState(() => uuidV7());
  const save = useTaskStep((body: Body) => send(id, body), () => void message.success(t('samples.tasks.saved')));
  const needed = [{ required: true, message: t('samples.needed') }];
  const radios = (name: string | string[], label: string, options: { value: string; label: string }[], required = true) => <Form.Item name={name} label={label} rules={required ? needed : []}><Radio.Group options={options} /></Form.Item>;
  const states = spotCheckStates.map((value) => ({ value, label: t(`samples.assurance.${value}`) }));
  const knowledge = knowledgeStates.map((value) => ({ value, label: t(`samples.knows.${value}`) }));
  const satisfaction = satisfactionStates.map((value) => ({ value, label: t(`samples.satisfied.${value}`) }));
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
          <Form.Item name="place" label={t('samples.tasks.place')}><Select options={spotCheckPlaces.map((value) => ({ value, label: t(`samples.where.${value}`) }))} /></Form.Item>
          <Form.Item name="memberCount" label={t('samples.spot.memberCount')} rules={needed}><InputNumber min={1} max={50} precision={0} controls={false} /></Form.Item>
          {spotCheckItems.map((item) => <div key={item}>{radios(['assurances', item], t(`samples.spot.assurance.${item}`), states)}</div>)}
          {incomeBlocks.map((block) => <Form.Item key={block} name={['income', block]} label={t(`samples.spot.income.${block}`)}><InputNumber min={0} precision={2} controls={false} suffix={t('common.yuan')} /></Form.Item>)}
        </div>
        {radios('knowsHelper', t('samples.spot.help.helper'), knowledge, false)}
        {radios('knowsMeasures', t('samples.spot.help.measures'), knowledge, false)}
        {radios('satisfaction', t('samples.tasks.satisfaction'), satisfaction)}
        <Form.Item name="note" label={t('samples.tasks.note')}><Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} /></Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>{t('samples.tasks.save')}</Button>
      </Form>
    </Card>
  );
}
