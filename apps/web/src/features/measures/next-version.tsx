import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useToday } from '../../ui/use-clock.js';
import { DayItem } from '../help/parts/items.js';
import { useSend } from '../help/parts/use-send.js';
import { nextVersion, publish, simulate, type MeasureVersion } from './measures.api.js';
import { SimulationTable } from './simulation-table.js';

interface Draft {
  rule: string;
  examples: string;
  effectiveFrom: string;
}

const isJson = (text: string | undefined): boolean => {
  try {
    JSON.parse(text ?? '');
    return true;
  } catch {
    return false;
  }
};

/** Tries another rule over the whole territory first; only what was tried out can be published. */
export function NextVersion({ current }: { current: MeasureVersion }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const today = useToday();
  const [form] = Form.useForm<Draft>();
  const [open, setOpen] = useState(false);
  const trial = useMutation({ mutationFn: ({ rule }: Draft) => simulate(current.code, { level: current.level, eligibility: JSON.parse(rule) as Record<string, never> | null }) });
  const publishing = useSend(({ rule, examples, effectiveFrom }: Draft) => publish(current.code, nextVersion(current, {
    eligibility: JSON.parse(rule) as Record<string, never> | null, examples: JSON.parse(examples) as Record<string, never>[], effectiveFrom, seal: trial.data?.seal ?? '',
  })), (version) => {
    setOpen(false);
    trial.reset();
    void message.success(t('help.measures.publishedNow', { version: version.version }));
  });
  if (!open) return <Card title={t('help.measures.next')}><p className="secondary">{t('help.measures.nextHint')}</p><Button onClick={() => setOpen(true)}>{t('help.measures.draft')}</Button></Card>;
  const json = { validator: (_: unknown, text: string) => (isJson(text) ? Promise.resolve() : Promise.reject(new Error(t('help.measures.notJson')))) };
  return (
    <Card title={t('help.measures.next')}>
      <Form<Draft>
        form={form} layout="vertical" onFinish={(draft) => trial.mutate(draft)} onValuesChange={(change: Partial<Draft>) => change.rule !== undefined && trial.reset()}
        initialValues={{ rule: JSON.stringify(current.eligibility, null, 2), examples: JSON.stringify(current.examples, null, 2), effectiveFrom: today }}
      >
        <div className="two-columns">
          <Form.Item name="rule" label={t('help.measures.ruleJson')} rules={[json]}><Input.TextArea className="code-area" autoSize={{ minRows: 6, maxRows: 16 }} spellCheck={false} /></Form.Item>
          <Form.Item name="examples" label={t('help.measures.examplesJson')} rules={[json]}><Input.TextArea className="code-area" autoSize={{ minRows: 6, maxRows: 16 }} spellCheck={false} /></Form.Item>
        </div>
        <DayItem name="effectiveFrom" label={t('help.measures.from')} required />
        {(trial.error ?? publishing.error) && <ProblemAlert error={trial.error ?? publishing.error} />}
        {trial.data && <SimulationTable simulation={trial.data} />}
        <div className="action-bar">
          <Button htmlType="submit" type={trial.data ? 'default' : 'primary'} loading={trial.isPending}>{t('help.measures.simulate')}</Button>
          <Button type="primary" disabled={!trial.data} loading={publishing.isPending} onClick={() => void form.validateFields().then((draft) => publishing.mutate(draft))}>{t('help.measures.publish')}</Button>
          <Button onClick={() => setOpen(false)}>{t('common.cancel')}</Button>
        </div>
      </Form>
    </Card>
  );
}
