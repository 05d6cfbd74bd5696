import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel, Permission } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { FactList } from '../../ui/fact-list.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { StatusTag } from '../../ui/status-tag.js';
import { useYearChoices } from '../help/parts/use-years.js';
import { DaysCard } from './days-card.js';
import { EndDialog } from './end-dialog.js';
import { MembersCard } from './members-card.js';
import { endTeam, teamQuery } from './teams.api.js';
import '../help/help.css';

/** One team: where it lives, who is in it and who was, and the days that it recorded itself. */
export function TeamPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const { id } = useParams({ from: '/office/teams/$id' });
  const { year } = useSearch({ from: '/office/teams/$id' });
  const navigate = useNavigate();
  const years = useYearChoices();
  const [ending, setEnding] = useState(false);
  const query = useQuery(teamQuery(id, year));
  const found = query.data;
  const status = found && (found.status === 'ACTIVE' ? <StatusTag tone="success" mark="✓">{t('teams.status.ACTIVE')}</StatusTag> : <StatusTag tone="neutral" mark="■">{t('teams.status.ENDED')}</StatusTag>);
  const yearChoice = found && <Select aria-label={t('help.year')} value={String(found.year)} options={years} onChange={(value) => void navigate({ to: '/teams/$id', params: { id }, search: { year: Number(value) }, replace: true })} popupMatchSelectWidth={false} />;
  return (
    <Page title={found?.name ?? t('teams.team')} path={<Link to="/teams">{t('teams.title')}</Link>} extra={<>{status}{yearChoice}</>}>
      <QueryState query={query} rows={8}>
        {(team) => (
          <>
            <Card title={t('teams.about')} extra={may(Permission.TeamWrite) && team.status === 'ACTIVE' && <Button danger onClick={() => setEnding(true)}>{t('teams.end')}</Button>}>
              <FactList entries={[
                { key: 'villages', label: t('teams.villages'), value: team.villages.map((village) => `${village.villageName}${village.seat ? t('teams.seat') : ''}`).join('；') },
                { key: 'unit', label: t('teams.sendingUnit'), value: team.sendingUnit },
                { key: 'affiliation', label: t('teams.affiliation'), value: team.sendingAffiliation && codeLabel('affiliation', team.sendingAffiliation, language) },
                { key: 'term', label: t('teams.term'), value: `${team.termFrom} – ${team.termTo}` },
                ...(team.shortTermReason ? [{ key: 'short', label: t('teams.shortTerm'), value: team.shortTermReason }] : []),
                { key: 'least', label: t('teams.leastSize'), value: team.leastSize ?? t('common.notSet') },
                { key: 'asked', label: t('teams.daysAsked'), value: team.daysAsked ?? t('common.notSet') },
                ...(team.endedOn ? [{ key: 'ended', label: t('teams.endedOn'), value: `${team.endedOn} ${team.endReason ?? ''}` }] : []),
              ]} />
            </Card>
            <MembersCard team={team} />
            <DaysCard key={`${team.id} ${team.year}`} team={team} />
          </>
        )}
      </QueryState>
      {ending && found && <EndDialog title={t('teams.endTitle', { name: found.name })} okText={t('teams.end')} follows={t('teams.endFollows')} send={(body) => endTeam(found.id, body)} onClose={() => setEnding(false)} />}
    </Page>
  );
}
