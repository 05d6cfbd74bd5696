import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import type { ApiProblem } from '../../api/problem.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { storedValue, versionSeen, type ValueForm } from './stored-value.js';
import { useWordText } from './use-word-text.js';
import { parameterHistoryQuery, type Parameter } from './use-parameters.js';

type Body = components['schemas']['SetParameterRequest'];

/** A value with its document; the earlier one stays in the history. */
export function SetValue({ parameter, onClose }: { parameter: Parameter; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const wordText = useWordText();
  const [form] = Form.useForm<ValueForm>();
  const history = useQuery(parameterHistoryQuery(parameter.name));
  const save = useMutation<unknown, ApiProblem, Body>({
    mutationFn: (body) => call(api.PUT('/api/v1/parameters/{name}', { params: { path: { name: parameter.name } }, body })),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: ['parameters'] }); onClose(); },
  });
  const carries = (qualifier: string) => parameter.required.includes(qualifier) || parameter.optional.includes(qualifier);
  const rule = (qualifier: string) => [{ required: parameter.required.includes(qualifier), message: t('parameters.required') }];
  const subjects = Object.entries(i18n.getResource('zh', 'translation', 'parameters.subject') as Record<string, string>).map(([value]) => ({ value, label: t(`parameters.subject.${value}` as 'parameters.subject.project') }));
  const unit = parameter.type === 'money_fen' ? t('parameters.unit.yuan') : parameter.type === 'basis_points' ? '%' : parameter.type in { days: 1, months: 1, years: 1, count: 1 } ? t(`parameters.unit.${parameter.type as 'days'}`) : undefined;
  return (
    <Modal open title={t('parameters.setTitle', { name: i18n.language === 'en' ? parameter.en : parameter.zh })} okText={t('common.save')} cancelText={t('common.cancel')} okButtonProps={{ disabled: !history.data }} confirmLoading={save.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      {save.error && <ProblemAlert error={save.error} />}
      <Form<ValueForm> form={form} layout="vertical" onFinish={(values) => save.mutate({ ...storedValue(parameter, values), version: versionSeen(history.data?.items ?? [], values) })}>
        {parameter.type === 'word' || parameter.type === 'month_day'
          ? <Form.Item name="text" label={t('parameters.amount')} rules={[{ required: true, message: t('parameters.required') }]}>{parameter.words.length > 0 ? <Select options={parameter.words.map((word) => ({ value: word, label: wordText(word) }))} /> : <Input maxLength={5} placeholder="MM-DD" />}</Form.Item>
          : <Form.Item name="amount" label={t('parameters.amount')} rules={[{ required: true, message: t('parameters.required') }]}><InputNumber min={0} precision={parameter.type === 'money_fen' || parameter.type === 'basis_points' ? 2 : 0} suffix={unit} style={{ width: '100%' }} /></Form.Item>}
        {carries('year') && <Form.Item name="year" label={t('parameters.yearOf')} rules={rule('year')}><InputNumber min={1949} max={2100} precision={0} /></Form.Item>}
        {carries('basis') && <Form.Item name="basis" label={t('parameters.basisOf')} rules={rule('basis')}><Select allowClear options={parameter.bases.map((value) => ({ value, label: t(`parameters.basis.${value}` as 'parameters.basis.NBS') }))} /></Form.Item>}
        {carries('subject') && <Form.Item name="subject" label={t('parameters.subjectOf')} rules={rule('subject')}><Select allowClear options={subjects} /></Form.Item>}
        <Form.Item name="effectiveFrom" label={t('parameters.since')} rules={[{ required: true, message: t('parameters.required') }]}><Input type="date" /></Form.Item>
        <Form.Item name="effectiveTo" label={t('parameters.untilOf')}><Input type="date" /></Form.Item>
        <Form.Item name="source" label={t('parameters.source')} rules={[{ required: true, whitespace: true, message: t('parameters.sourceRequired') }]}><Input maxLength={300} /></Form.Item>
        <Form.Item name="note" label={t('parameters.note')}><Input maxLength={500} /></Form.Item>
      </Form>
    </Modal>
  );
}
