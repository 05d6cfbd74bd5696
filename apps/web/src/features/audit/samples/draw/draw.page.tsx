import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { App, Button, Form, Input, InputNumber, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sampleMethodNames, sampleMethods, sampleUnits } from '#domain';
import { useLocalText } from '../../../../i18n/use-language.js';
import { Card } from '../../../../ui/card.js';
import { Page } from '../../../../ui/page.js';
import { ProblemAlert } from '../../../../ui/problem-alert.js';
import { useToday } from '../../../../ui/use-clock.js';
import { sampleQuery, useDrawing, type Sample } from '../samples.api.js';
import { formOf, randomSeed, requestOf, type DrawForm } from './draw-form.js';
import { FrameField } from './frame-field.js';
import { SizeFields } from './size-fields.js';
import '../samples.css';

/** From a question to a list: frame, method, size, seed. */
export function DrawPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/office/audit/samples/new' });
  const before = useQuery({ ...sampleQuery(search.again ?? ''), enabled: search.again !== undefined });
  const today = useToday();
  const waiting = search.again !== undefined && !before.data;
  return (
    <Page title={t(search.again ? 'samples.again' : 'samples.new')} path={<Link to="/audit/samples">{t('samples.title')}</Link>}>
      {before.error && <ProblemAlert error={before.error} />}
      {!waiting && <Drawing given={search.d} before={before.data} thisYear={Number(today.slice(0, 4))} today={today} />}
    </Page>
  );
}

function Drawing({ given, before, thisYear, today }: { given: Record<string, unknown> | undefined; before: Sample | undefined; thisYear: number; today: string }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<DrawForm>();
  const [question, setQuestion] = useState(given ?? (before?.question as Record<string, unknown> | undefined));
  const draw = useDrawing((sample) => {
    void message.success(t('samples.done', { count: sample.drawn }));
    void navigate({ to: '/audit/samples/$id', params: { id: sample.id } });
  });
  const year = Number((question?.['asOf'] as { year?: number } | undefined)?.year ?? thisYear - 1);
  useEffect(() => form.setFieldsValue({ year }), [form, year]);
  const values: DrawForm = { name: t('samples.nameOf', { day: today }), unit: 'household', method: 'simple', by: 'size', year, allocation: 'proportional', clusterChoice: 'simple', hardestBy: 'incidenceBp', hardest: 50, replacements: 0, seed: randomSeed(), ...(before ? formOf(before) : {}) };
  const [initial] = useState(values);
  const method = Form.useWatch('method', form) ?? initial.method;
  const by = Form.useWatch('by', form) ?? initial.by;
  const stratifyBy = Form.useWatch('stratifyBy', form) ?? initial.stratifyBy;
  const allocation = Form.useWatch('allocation', form) ?? initial.allocation;
  const clusterChoice = Form.useWatch('clusterChoice', form) ?? initial.clusterChoice;
  const unit = Form.useWatch('unit', form) ?? initial.unit;
  const inYear = Form.useWatch('year', form) ?? initial.year;
  return (
    <Card>
      {draw.error && <ProblemAlert error={draw.error} />}
      <FrameField question={question} onChange={setQuestion} />
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(filled) => question && draw.mutate({ ...requestOf({ ...initial, ...filled }, question), again: before?.id })}>
        <div className="field-row">
          <Form.Item name="method" label={t('samples.method')}><Select options={sampleMethods.map((value) => ({ value, label: local(sampleMethodNames[value]) }))} popupMatchSelectWidth={false} /></Form.Item>
          <Form.Item name="unit" label={t('samples.field.unit')}><Select options={sampleUnits.map((value) => ({ value, label: t(`samples.unit.${value}`) }))} /></Form.Item>
          <Form.Item name="year" label={t('samples.field.year')} rules={[{ required: true, message: t('samples.needed') }]}><InputNumber min={2000} max={2100} precision={0} controls={false} /></Form.Item>
        </div>
        <SizeFields form={{ method, by, ...(stratifyBy ? { stratifyBy } : {}), ...(allocation ? { allocation } : {}), ...(clusterChoice ? { clusterChoice } : {}) }} frame={question ? { question, unit, year: inYear } : null} />
        <div className="field-row">
          <Form.Item name="seed" label={t('samples.seed')} extra={t('samples.seedNote')} rules={[{ pattern: /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u, message: t('samples.seedWrong') }]}><Input maxLength={64} className="seed-input" /></Form.Item>
          <Form.Item name="name" label={t('samples.name')} rules={[{ required: true, whitespace: true, message: t('samples.needed') }]}><Input maxLength={100} className="name-input" /></Form.Item>
        </div>
        {before && <p className="missing">{t('samples.againNote')}</p>}
        <Button type="primary" htmlType="submit" loading={draw.isPending} disabled={!question} data-testid="draw">{t('samples.draw')}</Button>
      </Form>
    </Card>
  );
}
