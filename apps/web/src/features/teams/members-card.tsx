import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel, Permission } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { EndDialog } from './end-dialog.js';
import { JoinTeam } from './join-team.js';
import { leaveTeam, type Team, type TeamMember } from './teams.api.js';

/** Who is in the team, and who was; a member leaves, or hands the work over to a new one. */
export function MembersCard({ team }: { team: Team }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const write = may(Permission.TeamWrite) && team.status === 'ACTIVE';
  const [joining, setJoining] = useState<{ replaces?: TeamMember } | null>(null);
  const [leaving, setLeaving] = useState<TeamMember | null>(null);
  const nameOf = (id: string | null) => team.members.find((member) => member.id === id)?.name;
  return (
    <Card title={t('teams.members')} extra={write && <Button onClick={() => setJoining({})}>{t('teams.join')}</Button>}>
      <Table<TeamMember>
        aria-label={t('teams.members')} size="middle" pagination={false} dataSource={team.members} rowKey={(member) => member.id}
        columns={[
          { title: t('teams.name'), render: (_, member) => <strong>{member.name}</strong> },
          { title: t('teams.role'), render: (_, member) => codeLabel('teamRole', member.role, language) },
          { title: t('teams.unit'), render: (_, member) => member.unit ?? '—' },
          { title: t('teams.rank'), render: (_, member) => (member.rank ? codeLabel('rank', member.rank, language) : '—') },
          { title: t('teams.phone'), render: (_, member) => member.phone ?? '—' },
          { title: t('teams.inTeam'), render: (_, member) => <>{member.joinedOn} – {member.leftOn ?? t('help.openEnd')}{member.leaveReason && <div className="secondary">{member.leaveReason}</div>}{member.predecessorId && <div className="secondary">{t('teams.replaced', { name: nameOf(member.predecessorId) ?? '—' })}</div>}</> },
          ...(write ? [{ title: t('help.actions'), render: (_: unknown, member: TeamMember) => (member.leftOn === null ? <div className="action-bar"><Button size="small" onClick={() => setJoining({ replaces: member })}>{t('teams.replace')}</Button><Button size="small" danger onClick={() => setLeaving(member)}>{t('teams.leave')}</Button></div> : '—') }] : []),
        ]}
      />
      {joining && <JoinTeam team={team} {...joining} onClose={() => setJoining(null)} />}
      {leaving && <EndDialog title={t('teams.leaveTitle', { name: leaving.name })} okText={t('teams.leave')} follows={t('teams.leaveFollows')} send={(body) => leaveTeam(team.id, leaving.id, body)} onClose={() => setLeaving(null)} />}
    </Card>
  );
}
