import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { ListPage } from '../help/parts/list-page.js';
import { SendTeam } from './send-team.js';
import { teamListQuery, type TeamAtVillage } from './teams.api.js';

/** Villages with the team that serves them, in the order of the villages. */
export function TeamsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { cursor, page, ...filters } = useSearch({ from: '/office/teams' });
  const navigate = useNavigate();
  const [sending, setSending] = useState(false);
  return (
    <ListPage<TeamAtVillage>
      title={t('teams.title')} filters={{ ...filters }} place={{ cursor, page }} onGo={(search) => void navigate({ to: '/teams', search })} empty={t('teams.none')} fields={[{ kind: 'division' }]}
      extra={<><Link to="/field-work">{t('teams.coverage.title')}</Link>{may(Permission.TeamWrite) && <Button type="primary" onClick={() => setSending(true)}>{t('teams.send')}</Button>}</>}
      query={useQuery(teamListQuery({ ...filters, cursor, limit: 50 }))} rowKey={(row) => `${row.id} ${row.villageCode}`}
      columns={[
        { title: t('help.village'), render: (_, row) => row.villageName },
        { title: t('teams.team'), render: (_, row) => <Link to="/teams/$id" params={{ id: row.id }}>{row.name}</Link> },
        { title: t('teams.firstSecretary'), dataIndex: 'firstSecretary' },
        { title: t('teams.size'), align: 'right', dataIndex: 'size' },
        { title: t('teams.sendingUnit'), dataIndex: 'sendingUnit' },
        { title: t('teams.term'), render: (_, row) => <span className="nowrap">{row.from} – {row.termTo}</span> },
      ]}
    >
      {sending && <SendTeam onClose={() => setSending(false)} />}
    </ListPage>
  );
}
