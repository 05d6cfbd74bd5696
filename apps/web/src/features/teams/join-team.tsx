import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useToday } from '../../ui/use-clock.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem, DayItem } from '../help/parts/items.js';
import { MemberFields } from './member-fields.js';
import { filled, joinTeam, type Team, type TeamMember } from './teams.api.js';

type Body = Parameters<typeof joinTeam>[1];
type Values = Omit<Body, 'id' | 'replaces'>;

interface Props {
  team: Team;
  /** Who leaves on the same day and whose work is taken over. */
  replaces?: TeamMember;
  onClose: () => void;
}

/** Somebody joins the team, or takes over from another member. */
export function JoinTeam({ team, replaces, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const [id] = useState(uuidV7);
  const title = replaces ? t('teams.replaceTitle', { name: replaces.name }) : t('teams.join');
  return (
    <FormDialog<Values, Team>
      title={title} okText={t(replaces ? 'teams.replace' : 'teams.join')} width={640} initial={{ role: (replaces?.role ?? 'MEMBER') as Values['role'], joinedOn: today }} said={t('help.saved', { what: title })} onClose={onClose}
      send={(values) => joinTeam(team.id, { ...filled(values), id, ...(replaces ? { replaces: replaces.id } : {}) })} {...(replaces ? { intro: t('teams.replaceFollows', { name: replaces.name }) } : {})}
    >
      <MemberFields />
      <DayItem name="joinedOn" label={t('teams.joinedOn')} required />
      {replaces && <AreaItem name="reason" label={t('teams.leaveReason')} max={200} required />}
    </FormDialog>
  );
}
