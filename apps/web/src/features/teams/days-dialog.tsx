import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ManySelect } from '../../ui/many-select.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem } from '../help/parts/items.js';
import { recordDays, type Team } from './teams.api.js';

interface Values {
  days: Record<string, number[]>;
  reason?: string;
}

interface Props {
  team: Team;
  month: number;
  onClose: () => void;
}

/** The days of one month for everybody in the team; a correction says why. */
export function DaysDialog({ team, month, onClose }: Props) {
  const { t } = useTranslation();
  const length = new Date(Date.UTC(team.year, month, 0)).getUTCDate();
  const options = Array.from({ length }, (_, at) => ({ value: at + 1, label: String(at + 1) }));
  const members = team.members.filter((member) => member.leftOn === null);
  const known = Object.fromEntries(members.map((member) => [member.id, member.months.find((record) => record.month === month)?.days ?? []]));
  const corrected = Object.values(known).some((days) => days.length > 0);
  const send = ({ days, reason }: Values) => recordDays(team.id, { year: team.year, month, entries: members.map((member) => ({ memberId: member.id, days: [...(days[member.id] ?? [])].sort((a, b) => a - b) })), ...(reason?.trim() ? { reason: reason.trim() } : {}) });
  return (
    <FormDialog<Values, Team> title={t('teams.days.dialog', { year: team.year, month })} okText={t('common.save')} width={640} initial={{ days: known }} send={send} said={t('help.saved', { what: t('teams.days.dialog', { year: team.year, month }) })} onClose={onClose}>
      {members.map((member) => <Form.Item key={member.id} name={['days', member.id]} label={member.name}><ManySelect<number> options={options} placeholder={t('teams.days.pick')} maxTagCount="responsive" /></Form.Item>)}
      {corrected && <AreaItem name="reason" label={t('teams.days.reason')} max={200} />}
    </FormDialog>
  );
}
