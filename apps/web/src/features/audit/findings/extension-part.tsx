import { Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission, runningStates } from '#domain';
import { useMay } from '../../../session/me.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useFindingStep, type Finding, type FindingExtension } from './findings.api.js';

function Ask({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const step = useFindingStep(finding.id);
  const [open, setOpen] = useState(false);
  if (!open) return <Button onClick={() => setOpen(true)}>{t('findings.event.REQUEST_EXTENSION')}</Button>;
  const required = [{ required: true, message: t('findings.raise.required') }];
  return (
    <Form<{ until: Dayjs; reason: string }> layout="vertical" onFinish={({ until, reason }) => step.mutate({ kind: 'extend', body: { until: until.format('YYYY-MM-DD'), reason: reason.trim() } }, { onSuccess: () => setOpen(false) })}>
      {step.error && <ProblemAlert error={step.error} />}
      <Form.Item name="until" label={t('findings.extension.until')} rules={required}><DatePicker minDate={dayjs(finding.dueOn)} /></Form.Item>
      <Form.Item name="reason" label={t('findings.extension.reason')} rules={required}><Input.TextArea rows={2} maxLength={4000} /></Form.Item>
      <Button htmlType="submit" loading={step.isPending}>{t('findings.event.REQUEST_EXTENSION')}</Button>
    </Form>
  );
}

function Decide({ finding, extension }: { finding: Finding; extension: FindingExtension }) {
  const { t } = useTranslation();
  const step = useFindingStep(finding.id);
  const [opinion, setOpinion] = useState('');
  const send = (grant: boolean) => step.mutate({ kind: 'decideExtension', extension: extension.id, body: { grant, opinion: opinion.trim() } });
  return (
    <>
      {step.error && <ProblemAlert error={step.error} />}
      <Input aria-label={t('taskCentre.note')} placeholder={t('taskCentre.note')} value={opinion} maxLength={4000} onChange={(event) => setOpinion(event.target.value)} />
      <div className="decision-buttons">
        <Button type="primary" disabled={opinion.trim().length < 2} loading={step.isPending} onClick={() => send(true)}>{t('findings.event.GRANT_EXTENSION')}</Button>
        <Button disabled={opinion.trim().length < 2} loading={step.isPending} onClick={() => send(false)}>{t('findings.event.REFUSE_EXTENSION')}</Button>
      </div>
    </>
  );
}

/** Asking for a later deadline, and the word of somebody else about it. */
export function ExtensionPart({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const may = useMay();
  const pending = finding.extensions.find(({ state }) => state === 'PENDING');
  const past = finding.extensions.filter(({ state }) => state !== 'PENDING');
  const mayAsk = may(Permission.FindingAnswer) && !pending && runningStates.includes(finding.state);
  if (!pending && past.length === 0 && !mayAsk) return null;
  return (
    <section className="tab-section">
      <h3>{t('findings.extension.title')}</h3>
      {past.map((one) => <p key={one.id}>{t(`findings.extension.${one.state === 'GRANTED' ? 'granted' : 'refused'}`, { until: one.grantedUntil ?? one.askedUntil, who: one.decidedBy ?? '' })}{one.opinion && <span className="secondary"> {one.opinion}</span>}</p>)}
      {pending && <p>{t('findings.extension.pending', { who: pending.requestedBy, from: pending.dueBefore, until: pending.askedUntil })}<br /><span className="secondary">{pending.reason}</span></p>}
      {pending && may(Permission.FindingDecide) && <Decide finding={finding} extension={pending} />}
      {mayAsk && <Ask finding={finding} />}
    </section>
  );
}
