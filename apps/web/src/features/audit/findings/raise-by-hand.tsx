import { useNavigate } from '@tanstack/react-router';
import { Button, DatePicker, Form, Input, Modal, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useMe } from '../../../session/me.js';
import { DivisionSelect } from '../../../ui/division-select.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useRaise } from './findings.api.js';
import { raiseBody, raiseDefaults, RaiseFields, type RaiseAnswers } from './raise-fields.js';

interface HandAnswers extends RaiseAnswers {
  kind: 'HAND' | 'LETTER';
  division?: string;
  reference?: string;
  receivedOn?: Dayjs;
}

function Dialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const raise = useRaise();
  const [form] = Form.useForm<HandAnswers>();
  const kind = Form.useWatch('kind', form);
  const [reference] = useState(() => uuidV7());
  const send = (answers: HandAnswers) => {
    const shared = { kind: answers.kind, text: answers.facts ?? '', division: answers.division };
    const origin = answers.kind === 'LETTER' ? { ...shared, reference: answers.reference, receivedOn: answers.receivedOn?.format('YYYY-MM-DD') } : { ...shared, reference };
    raise.mutate(raiseBody([origin], answers), { onSuccess: ({ findings: [first] }) => first && void navigate({ to: '/findings/$id', params: { id: first.id } }) });
  };
  const required = [{ required: true, message: t('findings.raise.required') }];
  return (
    <Modal open title={t('findings.raise.byHand')} footer={null} onCancel={onClose} destroyOnHidden width={640}>
      {raise.error && <ProblemAlert error={raise.error} />}
      <Form<HandAnswers> form={form} layout="vertical" onFinish={send} initialValues={{ ...raiseDefaults, kind: 'HAND' }}>
        <Form.Item name="kind" label={t('findings.filter.origin')}><Radio.Group options={(['HAND', 'LETTER'] as const).map((value) => ({ value, label: t(`findings.origin.${value}`) }))} /></Form.Item>
        {kind === 'LETTER' && <div className="raise-due"><Form.Item name="reference" label={t('findings.raise.letter')} rules={required}><Input maxLength={100} /></Form.Item><Form.Item name="receivedOn" label={t('findings.raise.receivedOn')} rules={required}><DatePicker /></Form.Item></div>}
        <Form.Item name="division" label={t('findings.raise.place')} rules={required}><DivisionSelect within={me.division} placeholder={t('findings.raise.place')} /></Form.Item>
        <RaiseFields wordsNeeded />
        <Button type="primary" htmlType="submit" loading={raise.isPending}>{t('findings.raise.submit')}</Button>
      </Form>
    </Modal>
  );
}

/** A finding from a letter, or from what somebody saw. */
export function RaiseByHandButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return <><Button type="primary" onClick={() => setOpen(true)}>{t('findings.raise.byHand')}</Button>{open && <Dialog onClose={() => setOpen(false)} />}</>;
}
