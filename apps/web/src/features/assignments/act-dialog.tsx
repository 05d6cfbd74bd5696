import { useTranslation } from 'react-i18next';
import type { AssignmentAction } from '#domain';
import { useProblemText } from '../../ui/use-problem-text.js';
import { useToday } from '../../ui/use-clock.js';
import { byVillage } from '../help/parts/by-village.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem, DayItem, FenItem, TextItem, TextsItem } from '../help/parts/items.js';
import type { ManyResult } from '../help/parts/row-results.js';
import { useMeasureName } from '../help/parts/use-names.js';
import { actMany, decideMany, type Assignment } from './assignments.api.js';

interface Values {
  approvedAmountFen?: number;
  reason?: string;
  on?: string;
  deliveredBy?: string;
  evidence?: string[];
  outcome?: string;
}

interface Props {
  action: AssignmentAction;
  rows: readonly Assignment[];
  onClose: () => void;
  onDone: (result: ManyResult) => void;
}

const trimmed = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));

/** One step for one or many assignments: asks what the step needs and says who it is about. */
export function ActDialog({ action, rows, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const name = useMeasureName();
  const problemText = useProblemText();
  const label = t(`help.assignments.action.${action}`);
  const send = async (values: Values): Promise<ManyResult> => {
    const given = trimmed(values);
    const results = await byVillage(rows, (row) => row.village, (some) => {
      const { approvedAmountFen, reason } = given;
      const versions = some.map(({ id, version }) => ({ id, version }));
      if (action === 'approve' || action === 'refuse') return decideMany({ allOrNothing: false, decision: action, ...(reason ? { reason } : {}), rows: versions.map((row) => ({ ...row, ...(approvedAmountFen === undefined ? {} : { approvedAmountFen }) })) });
      return actMany({ allOrNothing: false, action, ...given, rows: versions });
    }, problemText);
    return { names: rows.map((row) => `${row.headName ?? ''}${row.memberName ? ` · ${row.memberName}` : ''}（${name(row.measureCode)}）`), rows: results };
  };
  return (
    <FormDialog<Values, ManyResult>
      title={t('help.assignments.ask', { action: label, count: rows.length })} okText={label} danger={action === 'refuse' || action === 'cancel'} initial={{ on: today }}
      intro={t(`help.assignments.follows.${action}`)} send={send} onDone={onDone} onClose={onClose}
    >
      {action === 'approve' && <FenItem name="approvedAmountFen" label={t('help.assignments.approvedFen')} hint={t('help.assignments.approvedHint')} />}
      {(action === 'refuse' || action === 'cancel') && <AreaItem name="reason" label={t('help.reason')} required autoFocus />}
      {action === 'deliver' && <TextItem name="deliveredBy" label={t('help.assignments.deliveredBy')} required autoFocus />}
      {(action === 'deliver' || action === 'close') && <DayItem name="on" label={t(action === 'deliver' ? 'help.assignments.deliveredOn' : 'help.assignments.closedOn')} max={today} required />}
      {action === 'deliver' && <TextsItem name="evidence" label={t('help.assignments.evidence')} hint={t('help.assignments.evidenceHint')} required />}
      {action === 'close' && <AreaItem name="outcome" label={t('help.assignments.outcome')} required autoFocus />}
    </FormDialog>
  );
}
