import { Form, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { allocations, clusterChoices, placeStrata } from '#domain';
import type { DrawForm } from './draw-form.js';

const strata = [...Object.keys(placeStrata), 'hardest'] as ('prefecture' | 'county' | 'township' | 'village' | 'hardest')[];

/** How many, and by which parts: only what the chosen method asks for. */
export function SizeFields({ form }: { form: Pick<DrawForm, 'method' | 'by' | 'stratifyBy'> }) {
  const { t } = useTranslation();
  const needed = [{ required: true, message: t('samples.needed') }];
  const whole = (name: keyof DrawForm, required = true, autoFocus = false) => <Form.Item name={name} label={t(`samples.field.${name as 'size'}`)} rules={required ? needed : []}><InputNumber min={required ? 1 : 0} max={100_000} precision={0} controls={false} autoFocus={autoFocus} /></Form.Item>;
  const percent = (name: 'expected' | 'error' | 'hardest') => <Form.Item name={name} label={t(`samples.field.${name}`)} rules={needed}><InputNumber min={0.1} max={100} precision={2} controls={false} suffix="%" /></Form.Item>;
  const choice = (name: 'allocation' | 'clusterChoice', words: readonly string[]) => <Form.Item name={name} label={t(`samples.field.${name}`)}><Select options={words.map((value) => ({ value, label: t(`samples.choice.${value as 'equal'}`) }))} /></Form.Item>;
  return (
    <div className="field-row">
      {form.method === 'stratified' && <Form.Item name="stratifyBy" label={t('samples.field.stratifyBy')} rules={needed}><Select options={strata.map((value) => ({ value, label: t(`samples.stratum.${value}`) }))} /></Form.Item>}
      {form.method === 'stratified' && form.stratifyBy === 'hardest' && percent('hardest')}
      {form.method === 'stratified' && form.stratifyBy !== 'hardest' && choice('allocation', allocations.filter((one) => one !== 'given'))}
      {form.method === 'cluster' ? <>{whole('clusters', true, true)}{whole('perCluster')}{choice('clusterChoice', clusterChoices)}</> : (
        <>
          <Form.Item name="by" label={t('samples.field.by')}><Radio.Group options={(['size', 'precision'] as const).map((value) => ({ value, label: t(`samples.by.${value}`) }))} /></Form.Item>
          {form.by === 'precision' ? <>{percent('expected')}{percent('error')}</> : whole('size', true, true)}
        </>
      )}
      {whole('replacements', false)}
    </div>
  );
}
