import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../../api/client.js';
import { useLocalText } from '../../../../i18n/use-language.js';
import { ProblemAlert } from '../../../../ui/problem-alert.js';
import { useToday } from '../../../../ui/use-clock.js';
import { ExportProgress } from '../../../exports/export-progress.js';
import type { Freeze } from '../questions.api.js';
import '../../../exports/exports.css';

interface Form {
  title: string;
  from: string;
  to: string;
  purpose: string;
}

/** A brief for a word processor from kept answers, in the order in which they were chosen; it is made in the task centre. */
export function BriefDialog({ answers, onClose }: { answers: readonly Freeze[]; onClose: () => void }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const today = useToday();
  const client = useQueryClient();
  const [initial] = useState({ title: t('questions.brief.titleOf', { day: today }), from: `${today.slice(0, 4)}-01-01`, to: today });
  const place = useMutation({
    mutationFn: (values: Form) => call(api.POST('/api/v1/questions/briefs', { body: { ...values, answers: answers.map(({ id }) => id) } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['exports', 'list'] }),
  });
  const needed = [{ required: true, whitespace: true, message: t('questions.brief.needed') }];
  return (
    <Modal open title={t('questions.brief.title')} footer={null} onCancel={onClose} destroyOnHidden width={640}>
      {place.data ? <ExportProgress job={place.data} /> : (
        <Form<Form> layout="vertical" initialValues={initial} onFinish={(values) => place.mutate(values)}>
          <ol className="brief-answers">{answers.map((answer) => <li key={answer.id}>{local(answer.sentence)}</li>)}</ol>
          <p className="secondary">{t('questions.brief.note')}</p>
          {place.error && <ProblemAlert error={place.error} />}
          <Form.Item name="title" label={t('questions.brief.heading')} rules={needed}><Input maxLength={100} /></Form.Item>
          <div className="brief-period">
            <Form.Item name="from" label={t('questions.brief.from')} rules={needed}><Input type="date" max={today} /></Form.Item>
            <Form.Item name="to" label={t('questions.brief.to')} rules={needed}><Input type="date" max={today} /></Form.Item>
          </div>
          <Form.Item name="purpose" label={t('exporting.purpose')} rules={[{ required: true, whitespace: true, min: 4, message: t('exporting.purposeShort') }]}><Input maxLength={200} showCount placeholder={t('exporting.purposeHint')} /></Form.Item>
          <Button type="primary" htmlType="submit" loading={place.isPending}>{t('questions.brief.make')}</Button>
        </Form>
      )}
    </Modal>
  );
}
