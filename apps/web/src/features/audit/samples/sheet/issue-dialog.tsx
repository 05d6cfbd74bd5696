import { shanghaiMinute } from '#domain';
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../../ui/problem-alert.js';
import { ManySelect } from '../../../../ui/many-select.js';
import { useServerTime } from '../../../../ui/use-clock.js';
import { inspectorsQuery, unitsQuery, useSampleStep, type Sample } from '../samples.api.js';
import { assignmentsOf } from './assign.js';

/** Milliseconds ahead, so that it is not past when the server reads it. */
const AHEAD = 120_000;

interface IssueForm {
  opensAt: string;
  inspectors: string[];
}

/** Hands the units out: each goes to one of the chosen inspectors whose territory holds it, evenly and village by village; they see them from then on. */
export function IssueDialog({ sample, onClose }: { sample: Sample; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<IssueForm>();
  const [opened] = useState(() => Date.now());
  const now = useServerTime(opened) ?? opened;
  const inspectors = useQuery(inspectorsQuery(sample.id));
  const units = useQuery(unitsQuery(sample.id));
  const chosen = Form.useWatch('inspectors', form) ?? [];
  const primary = (units.data?.items ?? []).filter(({ role }) => role === 'PRIMARY');
  const people = (inspectors.data?.items ?? []).filter(({ userId }) => chosen.includes(userId));
  const assignments = assignmentsOf(primary, people);
  const left = primary.length - assignments.reduce((sum, { ordinals }) => sum + ordinals.length, 0);
  const step = useSampleStep(sample.id, () => {
    onClose();
    void message.success(t('samples.issue.done'));
  });
  const error = step.error ?? inspectors.error ?? units.error;
  return (
    <Modal open title={t('samples.issue.title')} okText={t('samples.step.issue')} cancelText={t('common.cancel')} confirmLoading={step.isPending} okButtonProps={{ disabled: chosen.length === 0 || left > 0 }} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      <p>{t('samples.issue.note')}</p>
      {error && <ProblemAlert error={error} />}
      <Form form={form} layout="vertical" initialValues={{ opensAt: shanghaiMinute(new Date(new Date(now).getTime() + AHEAD)).replace(' ', 'T'), inspectors: [] }} onFinish={({ opensAt }) => step.mutate({ kind: 'issue', opensAt: `${opensAt}:00+08:00`, assignments })}>
        <Form.Item name="inspectors" label={t('samples.issue.inspectors')} rules={[{ required: true, message: t('samples.needed') }]}><ManySelect showSearch={{ optionFilterProp: 'label' }} loading={inspectors.isFetching} options={(inspectors.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }))} /></Form.Item>
        <Form.Item name="opensAt" label={t('samples.opensAt')} rules={[{ required: true, message: t('samples.needed') }]}><Input type="datetime-local" /></Form.Item>
      </Form>
      {chosen.length > 0 && (
        <ul>{assignments.map(({ assigneeId, ordinals }) => <li key={assigneeId}>{t(sample.unit === 'village' ? 'samples.issue.eachVillages' : 'samples.issue.each', { name: people.find(({ userId }) => userId === assigneeId)?.name ?? '', count: ordinals.length })}</li>)}</ul>
      )}
      {chosen.length > 0 && left > 0 && <p className="missing" role="alert">{t('samples.issue.left', { count: left })}</p>}
    </Modal>
  );
}
