import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { usePublishRule, type RuleVersion } from './rules.api.js';

interface Props {
  rule: RuleVersion;
  candidate: Record<string, unknown>;
  year: number;
  seal: string;
  onClose: () => void;
}

interface PublishForm {
  effectiveFrom: string;
  document: string;
  note: string;
}

/** A new version with its document; the server refuses it when its examples fail or what was simulated has changed since. */
export function PublishRule({ rule, candidate, year, seal, onClose }: Props) {
  const { t } = useTranslation();
  const publish = usePublishRule(rule.code, onClose);
  const { level, name, description, examples } = rule;
  const send = ({ effectiveFrom, document, note }: PublishForm) => publish.mutate({
    level, name, description, rule: candidate, examples, effectiveFrom, simulatedYear: year, seal, source: { document: document.trim(), note: { zh: note.trim(), en: note.trim() } },
  });
  return (
    <section className="tab-section">
      <h3>{t('rules.publish.title')}</h3>
      {publish.error && <ProblemAlert error={publish.error} />}
      <Form<PublishForm> layout="vertical" onFinish={send}>
        <Form.Item name="effectiveFrom" label={t('rules.publish.effectiveFrom')} rules={[{ required: true, message: t('rules.publish.dateRequired') }]}><Input type="date" /></Form.Item>
        <Form.Item name="document" label={t('rules.publish.document')} rules={[{ required: true, whitespace: true, message: t('rules.publish.documentRequired') }]}><Input maxLength={300} /></Form.Item>
        <Form.Item name="note" label={t('rules.publish.note')} rules={[{ required: true, whitespace: true, message: t('rules.publish.noteRequired') }]}><Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} /></Form.Item>
        <Button type="primary" htmlType="submit" loading={publish.isPending}>{t('rules.publish.confirm')}</Button>
      </Form>
    </section>
  );
}
