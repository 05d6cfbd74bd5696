import { Alert, Button, DatePicker, Form, Input, InputNumber, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { ShortDivisionName } from '../../../ui/division-name.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { usePublishCheck, useSimulateCheck, type CheckVersion } from './checks.api.js';

interface Answers {
  rule: string;
  examples: string;
  year: number;
  basis: string;
  tag: string;
  effectiveFrom: Dayjs | undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Another rule: first what it would change, county by county; only what was seen can be published. */
export function PublishDialog({ check, onClose }: { check: CheckVersion; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [form] = Form.useForm<Answers>();
  const simulate = useSimulateCheck(check.code);
  const publish = usePublishCheck(check.code);
  const [seen, setSeen] = useState<string | null>(null);
  const asked = Form.useWatch((values: Partial<Answers>) => `${values.rule}|${values.year}`, form);
  const current = simulate.data && seen === asked ? simulate.data : null;
  const json = (test: (value: unknown) => boolean) => ({ validator: (_: unknown, text: string) => (test(parsed(text)) ? Promise.resolve() : Promise.reject(new Error(t('checks.publish.json')))) });
  const look = async () => {
    const { rule, year } = await form.validateFields(['rule', 'year']);
    simulate.mutate({ rule: parsed(rule) as Record<string, unknown>, year }, { onSuccess: () => setSeen(`${rule}|${year}`) });
  };
  const send = ({ rule, examples, year, basis, tag, effectiveFrom }: Answers) => current && effectiveFrom && publish.mutate(
    { rule: parsed(rule) as Record<string, unknown>, examples: parsed(examples) as Record<string, unknown>[], year, basis: [{ zh: basis, tag }], effectiveFrom: effectiveFrom.format('YYYY-MM-DD'), seal: current.seal }, { onSuccess: onClose },
  );
  const required = (message: string) => [{ required: true, message }];
  return (
    <Modal open title={t('checks.publish.title', { check: check.name[language] })} footer={null} onCancel={onClose} destroyOnHidden width={800}>
      <Form<Answers> form={form} layout="vertical" onFinish={send} initialValues={{ rule: JSON.stringify(check.rule, null, 2), examples: JSON.stringify(check.examples, null, 2) }}>
        <Form.Item name="rule" label={t('checks.publish.rule')} rules={[json(isObject)]}><Input.TextArea rows={8} spellCheck={false} /></Form.Item>
        <Form.Item name="year" label={t('checks.publish.year')} rules={required(t('checks.publish.yearRequired'))}><InputNumber min={2000} max={2100} precision={0} /></Form.Item>
        {simulate.error && <ProblemAlert error={simulate.error} />}
        <Button onClick={() => void look().catch(() => undefined)} loading={simulate.isPending}>{t('checks.publish.simulate')}</Button>
        {current && (
          <div role="status">
            <p>{t('checks.publish.effect', { come: formatCount(current.come), go: formatCount(current.go) })}</p>
            <table className="matrix"><thead><tr><th>{t('checks.publish.county')}</th><th className="number">{t('checks.publish.now')}</th><th className="number">{t('checks.publish.then')}</th><th className="number">{t('checks.publish.come')}</th><th className="number">{t('checks.publish.go')}</th></tr></thead>
              <tbody>{current.counties.filter(({ come, go }) => come + go > 0).map((row) => <tr key={row.county}><td><ShortDivisionName code={row.county} /></td><td className="number">{row.now}</td><td className="number">{row.then}</td><td className="number">{row.come}</td><td className="number">{row.go}</td></tr>)}</tbody>
            </table>
            <Form.Item name="examples" label={t('checks.publish.examples')} rules={[json(Array.isArray)]}><Input.TextArea rows={5} spellCheck={false} /></Form.Item>
            <Form.Item name="basis" label={t('checks.set.basis')} rules={required(t('checks.set.basisRequired'))}><Input maxLength={1000} /></Form.Item>
            <Form.Item name="tag" label={t('checks.set.tag')} rules={required(t('checks.set.tagRequired'))}><Input maxLength={100} /></Form.Item>
            <Form.Item name="effectiveFrom" label={t('checks.set.from')} rules={required(t('checks.set.fromRequired'))}><DatePicker /></Form.Item>
            {publish.error && <ProblemAlert error={publish.error} />}
            <Button type="primary" htmlType="submit" loading={publish.isPending}>{t('checks.set.publish')}</Button>
          </div>
        )}
        {!current && <Alert type="info" showIcon title={t('checks.publish.first')} />}
      </Form>
    </Modal>
  );
}
