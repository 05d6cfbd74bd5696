import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assignmentStatusNames, holds, Permission, type AssignmentStatus, type PackRow } from '#domain';
import { formatYuan } from '../../../i18n/format.js';
import { useLocalText } from '../../../i18n/use-language.js';
import { useMe } from '../../store/index.js';
import { BigButton, Card, Facts, StatusTag, type Tone } from '../../ui/index.js';
import { EditedTag } from '../households/edited-tag.js';
import { numberOf, textOf } from '../households/row-values.js';
import type { Shown } from '../households/use-judged.js';
import { DeliverSheet } from './deliver-sheet.js';
import { HelpDueCard } from './help-due-card.js';
import { HelpLine } from './help-line.js';
import { useMeasures } from './use-measure-names.js';

const tones: Readonly<Record<AssignmentStatus, { tone: Tone; mark: string }>> = {
  PLANNED: { tone: 'neutral', mark: '○' }, APPROVED: { tone: 'info', mark: '●' }, REFUSED: { tone: 'error', mark: '✗' }, DELIVERED: { tone: 'success', mark: '✓' }, CLOSED: { tone: 'success', mark: '✓' }, CANCELLED: { tone: 'neutral', mark: '✗' },
};
const order: readonly AssignmentStatus[] = ['APPROVED', 'PLANNED', 'DELIVERED', 'CLOSED', 'REFUSED', 'CANCELLED'];
const statusOf = (row: PackRow): AssignmentStatus => order.find((status) => status === row['status']) ?? 'PLANNED';

/** 帮扶: what is planned and can be ticked off here, what is due, what was paid. */
export function HelpTab({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const [delivering, setDelivering] = useState<PackRow | null>(null);
  const may = holds(useMe().role, Permission.AssignmentWrite);
  const planned = [...shown.rows.assignments].sort((left, right) => order.indexOf(statusOf(left)) - order.indexOf(statusOf(right)) || (numberOf(right, 'year') ?? 0) - (numberOf(left, 'year') ?? 0));
  const { help } = shown.judged;
  return (
    <>
      {planned.length === 0 && <Card title={t('field.help.plan')}><p>{t('field.help.noPlan')}</p></Card>}
      {planned.map((row) => <Planned key={textOf(row, 'id')} row={row} shown={shown} onDeliver={may && statusOf(row) === 'APPROVED' ? () => setDelivering(row) : undefined} />)}
      <HelpDueCard shown={shown} />
      {help && help.mayGet.length > 0 && <Card title={t('field.help.mayGet', { count: help.mayGet.length })}><ul className="help-lines">{help.mayGet.map((item) => <HelpLine key={`${item.measure.code} ${item.memberId}`} item={item} shown={shown} years={help.years} />)}</ul></Card>}
      <Payments shown={shown} />
      {delivering && <DeliverSheet shown={shown} assignment={delivering} onClose={() => setDelivering(null)} />}
    </>
  );
}

function Planned({ row, shown, onDeliver }: { row: PackRow; shown: Shown; onDeliver?: () => void }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const measures = useMeasures();
  const status = statusOf(row);
  const id = textOf(row, 'id');
  const person = textOf(shown.rows.members.find((member) => member['id'] === row['memberId']), 'name');
  const amount = numberOf(row, 'approvedAmount');
  const note = [t('field.households.inYear', { year: numberOf(row, 'year') ?? 0 }), person, amount === null ? '' : `${formatYuan(amount)} ${t('common.yuan')}`, textOf(row, 'aim'), textOf(row, 'deliveredOn') && t('field.help.deliveredOn', { on: textOf(row, 'deliveredOn') })].filter(Boolean).join(' · ');
  return (
    <Card title={measures.name(textOf(row, 'measure'))} extra={<span data-testid={`assignment-status-${id}`} data-status={status}><StatusTag {...tones[status]}>{local(assignmentStatusNames[status])}</StatusTag></span>} data-testid={`assignment-${id}`}>
      <p>{note}<EditedTag shown={shown} entity="assignment" row={id} field="status" /></p>
      {onDeliver && <BigButton small onClick={onDeliver} data-testid={`deliver-${id}`}>✓ {t('field.help.deliver')}</BigButton>}
      {status === 'PLANNED' && <p className="small">{t('field.help.waitsForCounty')}</p>}
    </Card>
  );
}

function Payments({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const measures = useMeasures();
  const paid = shown.rows.payments.filter((row) => row['reversesId'] === undefined && row['reversedById'] === undefined).sort((left, right) => textOf(right, 'paidOn').localeCompare(textOf(left, 'paidOn')));
  if (paid.length === 0) return null;
  return <Card title={t('field.help.paid')}><Facts rows={paid.map((row) => ({ key: textOf(row, 'id'), name: `${textOf(row, 'paidOn')} ${measures.name(textOf(row, 'measure'))}`, value: `${formatYuan(numberOf(row, 'amount') ?? 0)} ${t('common.yuan')}` }))} /></Card>;
}
