import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../i18n/format.js';
import { Card } from '../../ui/card.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useExportStep, type ExportJob } from '../exports/exports.api.js';
import { SourceName } from './task-name.js';
import { waitingExportsQuery } from './tasks.api.js';

/** Agree, or not, with a word why; it stands in the file and in the log. */
function DecideDialog({ job, agreed, onClose }: { job: ExportJob; agreed: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const step = useExportStep();
  return (
    <Modal open footer={null} title={t(agreed ? 'taskCentre.agreeTitle' : 'taskCentre.refuseTitle')} onCancel={onClose} destroyOnHidden>
      <p>{t('taskCentre.agreeHint', { who: job.by, rows: formatCount(job.rowsExpected ?? 0) })}</p>
      {step.error && <ProblemAlert error={step.error} />}
      <Form<{ note: string }> layout="vertical" onFinish={({ note }) => step.mutate({ id: job.id, kind: 'decide', agreed, note: note.trim() }, { onSuccess: onClose })}>
        <Form.Item name="note" label={t('taskCentre.note')} rules={[{ required: true, min: 2, whitespace: true, message: t('taskCentre.noteRequired') }]}><Input maxLength={200} /></Form.Item>
        <Button type="primary" danger={!agreed} htmlType="submit" loading={step.isPending}>{t(agreed ? 'taskCentre.agree' : 'taskCentre.refuse')}</Button>
      </Form>
    </Modal>
  );
}

/** Exports in clear of others above the limit: who wants what for what. */
export function Approvals() {
  const { t } = useTranslation();
  const query = useQuery(waitingExportsQuery);
  const [deciding, setDeciding] = useState<{ job: ExportJob; agreed: boolean } | null>(null);
  const waiting = (query.data?.items ?? []).filter(({ mine }) => !mine);
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (waiting.length === 0) return null;
  return (
    <Card title={t('taskCentre.approvals', { count: waiting.length })}>
      <ul className="papers">
        {waiting.map((job) => (
          <li key={job.id} className="approval">
            <span><strong>{job.by}</strong> · <SourceName source={job.source} /> · {t('taskCentre.rows', { rows: formatCount(job.rowsExpected ?? 0) })} · {t('taskCentre.inClear')}<br /><span className="secondary">{t('taskCentre.purposeOf', { purpose: job.purpose ?? '', time: formatMoment(job.createdAt) })}</span></span>
            <span className="spacer" />
            <Button type="primary" onClick={() => setDeciding({ job, agreed: true })}>{t('taskCentre.agree')}</Button>
            <Button onClick={() => setDeciding({ job, agreed: false })}>{t('taskCentre.refuse')}</Button>
          </li>
        ))}
      </ul>
      {deciding && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </Card>
  );
}
