import { Form, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { allocations, clusterChoices, hardnessFigures, hardnessNames, placeStrata } from '#domain';
import { useLocalText } from '../../../../i18n/use-language.js';
import type { StrataRequest } from '../samples.api.js';
import type { DrawForm } from './draw-form.js';
import { GivenFields } from './given-fields.js';

const strata = [...Object.keys(placeStrata), 'hardest'] as ('prefecture' | 'county' | 'township' | 'village' | 'hardest')[];

/** How many, and by which parts: only what the chosen method asks for. */
export function SizeFields({ form, frame }: { form: Pick<DrawForm, 'method' | 'by' | 'stratifyBy' | 'allocation' | 'clusterChoice'>; frame: Omit<StrataRequest, 'stratifyBy'> | null }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const byHardness = form.method === 'cluster' ? form.clusterChoice === 'hardest' : form.method === 'stratified' && form.stratifyBy === 'hardest';
  const typed = form.method === 'stratified' && form.stratifyBy !== 'hardest' && form.allocation === 'given';
  const needed = [{ required: true, message: t('samples.needed') }];
  const whole = (name: keyof DrawForm, required = true, autoFocus = false) => <Form.Item name={name} label={t(`samples.field.${name as 'size'}`)} rules={required ? needed : []}><InputNumber min={required ? 1 : 0} max={100_000} precision={0} controls={false} autoFocus={autoFocus} /></Form.Item>;
  const percent = (name: 'expected' | 'error' | 'hardest') => <Form.Item name={name} label={t(`samples.field.${name}`)} rules={needed}><InputNumber min={0.1} max={100} precision={2} controls={false} suffix="%" /></Form.Item>;
  const choice = (name: 'allocation' | 'clusterChoice', words: readonly string[]) => <Form.Item name={name} label={t(`samples.field.${name}`)}><Select options={words.map((value) => ({ value, label: t(`samples.choice.${value as 'equal'}`) }))} /></Form.Item>;
  return (
    <div className="field-row">
      {form.method === 'stratified' && <Form.Item name="stratifyBy" label={t('samples.field.stratifyBy')} rules={needed}><Select options={strata.map((value) => ({ value, label: t(`samples.stratum.${value}`) }))} /></Form.Item>}
      {form.method === 'stratified' && form.stratifyBy !== 'hardest' && choice('allocation', allocations)}
      {byHardness && <Form.Item name="hardestBy" label={t('samples.field.hardestBy')} extra={t('samples.hardestNote')}><Select options={hardnessFigures.map((value) => ({ value, label: local(hardnessNames[value]) }))} popupMatchSelectWidth={false} /></Form.Item>}
      {byHardness && percent('hardest')}
      {form.method === 'cluster' ? <>{whole('clusters', true, true)}{whole('perCluster')}{choice('clusterChoice', clusterChoices)}</> : typed ? <GivenFields of={frame && form.stratifyBy ? { ...frame, stratifyBy: form.stratifyBy } : null} /> : (
        <>
          <Form.Item name="by" label={t('samples.field.by')}><Radio.Group options={(['size', 'precision'] as const).map((value) => ({ value, label: t(`samples.by.${value}`) }))} /></Form.Item>
          {form.by === 'precision' ? <>{percent('expected')}{percent('error')}</> : whole('size', true, true)}
        </>
      )}
      {whole('replacements', false)}
    </div>
  );
}
