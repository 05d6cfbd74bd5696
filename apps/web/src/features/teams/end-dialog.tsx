import { useTranslation } from 'react-i18next';
import { useToday } from '../../ui/use-clock.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem, DayItem } from '../help/parts/items.js';

interface Values {
  on: string;
  reason: string;
}

interface Props {
  title: string;
  okText: string;
  /** What follows from it. */
  follows: string;
  send: (values: Values) => Promise<unknown>;
  onClose: () => void;
}

/** Ends something on a day and says why; what was stays in the history. */
export function EndDialog({ title, okText, follows, send, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <FormDialog<Values, unknown> title={title} okText={okText} danger intro={follows} initial={{ on: today }} send={send} said={t('help.saved', { what: okText })} onClose={onClose}>
      <DayItem name="on" label={t('teams.on')} max={today} required />
      <AreaItem name="reason" label={t('help.reason')} max={200} required autoFocus />
    </FormDialog>
  );
}
