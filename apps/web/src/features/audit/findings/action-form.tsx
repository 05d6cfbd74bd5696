import { Button, DatePicker, Form, Input, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findingAnswers, findingOutcomes, type FindingAnswer, type FindingDecision, type FindingOutcome } from '#domain';
import { EvidenceField, type Evidence } from './evidence-field.js';
import type { Finding, FindingStep } from './findings.api.js';

export type Action = Finding['actions'][number];
const isAnswer = (action: Action): action is FindingAnswer => (findingAnswers as readonly string[]).includes(action);
/** Steps that need no words. */
export const wordless: ReadonlySet<Action> = new Set(['RECEIVE', 'SUBMIT']);
const withEvidence: ReadonlySet<Action> = new Set(['PLAN', 'RECTIFY']);

interface Answers {
  note: string;
  outcome?: FindingOutcome;
  dueOn?: Dayjs | null;
  lookBackOn?: Dayjs | null;
}

const day = (date: Dayjs | null | undefined) => date?.format('YYYY-MM-DD');

/** The step as the server takes it. */
export function stepOf(finding: Finding, action: Action, answers: Partial<Answers> = {}, attachments: string[] = []): FindingStep {
  const { version } = finding;
  if (isAnswer(action)) return { kind: 'answer', body: { action, version, note: answers.note?.trim() || undefined, ...(attachments.length > 0 ? { attachments } : {}) } };
  const decision: FindingDecision = action;
  return { kind: 'decide', body: { action: decision, version, note: answers.note?.trim() ?? '', outcome: answers.outcome, dueOn: day(answers.dueOn), lookBackOn: day(answers.lookBackOn) } };
}

/** What an action wants to be told. */
export function ActionForm({ finding, action, pending, onStep }: { finding: Finding; action: Action; pending: boolean; onStep: (step: FindingStep) => void }) {
  const { t } = useTranslation();
  const [papers, setPapers] = useState<Evidence[]>([]);
  return (
    <Form<Answers> layout="vertical" onFinish={(answers) => onStep(stepOf(finding, action, answers, papers.map(({ id }) => id)))} initialValues={{ note: action === 'PLAN' ? (finding.measures ?? '') : '', outcome: 'RECTIFIED' }}>
      {action === 'CLOSE' && <Form.Item name="outcome" label={t('findings.act.outcome')}><Radio.Group options={findingOutcomes.map((value) => ({ value, label: t(`findings.outcome.${value}`) }))} /></Form.Item>}
      <Form.Item name="note" label={t(`findings.act.note.${action}`)} rules={[{ required: true, min: 2, whitespace: true, message: t('findings.raise.required') }]}><Input.TextArea rows={4} maxLength={4000} autoFocus /></Form.Item>
      {withEvidence.has(action) && <EvidenceField division={finding.unitDivision} value={papers} onChange={setPapers} />}
      {(action === 'RETURN' || action === 'REOPEN' || action === 'RELAPSE') && <Form.Item name="dueOn" label={t('findings.act.dueOn')} rules={action === 'RETURN' ? [] : [{ required: true, message: t('findings.raise.required') }]}><DatePicker /></Form.Item>}
      {action === 'CLOSE' && <Form.Item name="lookBackOn" label={t('findings.act.lookBackOn')}><DatePicker /></Form.Item>}
      <Button type="primary" danger={action === 'RETURN'} htmlType="submit" loading={pending}>{t(`findings.event.${action}`)}</Button>
    </Form>
  );
}
