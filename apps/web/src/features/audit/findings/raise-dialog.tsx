import { App, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../../session/me.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useRaise, type RaiseRequest } from './findings.api.js';
import './findings.css';
import { raiseBody, raiseDefaults, RaiseFields, type RaiseAnswers } from './raise-fields.js';

type Origin = RaiseRequest['origins'][number];

interface DialogProps {
  origins: Origin[];
  onClose: () => void;
  onRaised: () => void;
}

/** Several origins become one finding for each unit that answers. */
export function RaiseDialog({ origins, onClose, onRaised }: DialogProps) {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const raise = useRaise();
  const send = (answers: RaiseAnswers) => raise.mutate(raiseBody(origins, answers), {
    onSuccess: ({ findings }) => {
      // The message stands outside of the pages, where their links do not work.
      notification.success({ title: t('findings.raised', { count: findings.length }), description: findings.slice(0, 5).map(({ id, code, unitName }) => <div key={id}><a href={`/findings/${id}`}>{code}</a> {unitName}</div>) });
      onRaised();
      onClose();
    },
  });
  return (
    <Modal open title={t('findings.raise.from', { count: origins.length })} footer={null} onCancel={onClose} destroyOnHidden width={600}>
      {raise.error && <ProblemAlert error={raise.error} />}
      <Form<RaiseAnswers> layout="vertical" onFinish={send} initialValues={raiseDefaults}>
        <RaiseFields />
        <Button type="primary" htmlType="submit" loading={raise.isPending}>{t('findings.raise.submit')}</Button>
      </Form>
    </Modal>
  );
}

interface ButtonProps {
  /** What the ids are of. */
  kind: 'HIT' | 'COMPARISON' | 'SAMPLE';
  ids: readonly string[];
  onRaised?: () => void;
}

/** Makes findings of what is selected; not there for who may not. */
export function RaiseButton({ kind, ids, onRaised }: ButtonProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may(Permission.FindingWrite)) return null;
  return (
    <>
      <Button type="primary" disabled={ids.length === 0} onClick={() => setOpen(true)}>{t('findings.raise.open', { count: ids.length })}</Button>
      {open && <RaiseDialog origins={ids.map((id) => ({ kind, id }))} onClose={() => setOpen(false)} onRaised={() => onRaised?.()} />}
    </>
  );
}
