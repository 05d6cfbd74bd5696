import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useToday } from '../../ui/use-clock.js';
import type { Assignment } from '../assignments/assignments.api.js';
import { useFundChoices } from '../funds/use-fund-choices.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem, DayItem, FenItem, SelectItem } from '../help/parts/items.js';
import type { ManyResult } from '../help/parts/row-results.js';
import { useThisYear } from '../help/parts/use-years.js';
import { formatYuan } from '../../i18n/format.js';
import { book } from './payments.api.js';
import { useTermText } from './use-term.js';

interface Values {
  term: string;
  amountFen?: number;
  paidOn: string;
  channel: 'BANK' | 'DIRECT';
  fundId?: string;
  reason?: string;
}

interface Props {
  rows: readonly Assignment[];
  onClose: () => void;
  onDone: (result: ManyResult) => void;
}

/** One term for one or many: what is still open of each approval, or one amount for all. */
export function BookDialog({ rows, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const year = useThisYear();
  const termText = useTermText();
  const funds = useFundChoices();
  const openFen = (row: Assignment) => (row.approvedAmountFen ?? row.plannedAmountFen ?? 0) - row.paidFen;
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  const send = async ({ term, amountFen, paidOn, channel, fundId, reason }: Values): Promise<ManyResult> => {
    const { rows: results } = await book({
      term, paidOn, channel, allOrNothing: false, ...(fundId ? { fundId } : {}), ...(reason?.trim() ? { reason: reason.trim() } : {}),
      rows: rows.map((row) => ({ id: uuidV7(), assignmentId: row.id, amountFen: amountFen ?? Math.max(1, openFen(row)) })),
    });
    return { names: rows.map((row) => [row.headName, row.memberName].filter(Boolean).join(' · ')), rows: results };
  };
  return (
    <FormDialog<Values, ManyResult>
      title={t('help.payments.bookTitle', { count: rows.length })} okText={t('help.payments.book')} width={640} send={send} onDone={onDone} onClose={onClose} initial={{ term: String(year), paidOn: today, channel: 'BANK' }}
      intro={t('help.payments.bookHint', { amount: formatYuan(rows.reduce((sum, row) => sum + Math.max(0, openFen(row)), 0)) })}
    >
      <div className="two-fields">
        <SelectItem name="term" label={t('help.payments.term')} options={[String(year), 'once', ...months, String(year - 1)].map((value) => ({ value, label: termText(value) }))} required />
        <FenItem name="amountFen" label={t('help.payments.amountEach')} hint={t('help.payments.amountHint')} />
        <DayItem name="paidOn" label={t('help.payments.paidOn')} required />
        <SelectItem name="channel" label={t('help.payments.channel')} options={(['BANK', 'DIRECT'] as const).map((value) => ({ value, label: t(`help.payments.channels.${value}`) }))} required />
      </div>
      <SelectItem name="fundId" label={t('help.payments.fund')} options={funds} search />
      <AreaItem name="reason" label={t('help.payments.reason')} />
    </FormDialog>
  );
}
