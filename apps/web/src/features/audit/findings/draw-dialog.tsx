import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, InputNumber, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../i18n/format.js';
import { useMe } from '../../../session/me.js';
import { DivisionSelect } from '../../../ui/division-select.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { drawsQuery, useDraw } from './findings.api.js';

interface Answers {
  division: string;
  closed: [Dayjs, Dayjs];
  size: number;
  seed?: string;
  lookBackOn: Dayjs;
}

const day = (date: Dayjs) => date.format('YYYY-MM-DD');

function Draws() {
  const { t } = useTranslation();
  const draws = useQuery(drawsQuery).data?.items ?? [];
  if (draws.length === 0) return null;
  return (
    <>
      <h3>{t('findings.draw.before')}</h3>
      <ul className="papers">{draws.map((draw) => <li key={draw.id}>{t('findings.draw.line', { size: draw.size, frame: draw.frameSize, seed: draw.seed, day: draw.lookBackOn })}<div className="secondary">{draw.drawnBy} · {formatMoment(draw.drawnAt)} · {draw.algorithm} · SHA-256 {draw.frameSha256.slice(0, 12)}</div></li>)}</ul>
    </>
  );
}

function Dialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const draw = useDraw();
  const required = [{ required: true, message: t('findings.raise.required') }];
  const send = ({ division, closed: [from, to], size, seed, lookBackOn }: Answers) => draw.mutate({ division, closedFrom: day(from), closedTo: day(to), size, seed: seed?.trim() || undefined, lookBackOn: day(lookBackOn) });
  return (
    <Modal open title={t('findings.draw.open')} footer={null} onCancel={onClose} destroyOnHidden width={640}>
      {draw.error && <ProblemAlert error={draw.error} />}
      {draw.data && <p role="status">{t('findings.draw.done', { size: draw.data.size, frame: draw.data.frameSize, seed: draw.data.seed })}</p>}
      <Form<Answers> layout="vertical" onFinish={(answers) => !draw.isPending && send(answers)} initialValues={{ division: me.division }}>
        <Form.Item name="division" label={t('findings.filter.division')} rules={required}><DivisionSelect within={me.division} placeholder={t('findings.filter.division')} /></Form.Item>
        <Form.Item name="closed" label={t('findings.draw.closed')} rules={required}><DatePicker.RangePicker /></Form.Item>
        <div className="raise-due">
          <Form.Item name="size" label={t('findings.draw.size')} rules={required}><InputNumber min={1} max={1000} precision={0} /></Form.Item>
          <Form.Item name="lookBackOn" label={t('findings.draw.day')} rules={required}><DatePicker /></Form.Item>
          <Form.Item name="seed" label={t('findings.draw.seed')}><Input maxLength={64} placeholder={t('findings.draw.auto')} /></Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={draw.isPending}>{t('findings.draw.submit')}</Button>
      </Form>
      <Draws />
    </Modal>
  );
}

/** Closed findings are drawn to be looked at again; the same seed draws the same. */
export function DrawButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return <><Button onClick={() => setOpen(true)}>{t('findings.draw.open')}</Button>{open && <Dialog onClose={() => setOpen(false)} />}</>;
}
