import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { DaysDialog } from './days-dialog.js';
import type { Team } from './teams.api.js';

const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** Days in the village by month, as the team itself writes them down; in the order of the team, never of the days. */
export function DaysCard({ team }: { team: Team }) {
  const { t } = useTranslation();
  const may = useMay();
  const [month, setMonth] = useState<number | null>(null);
  const write = may(Permission.TeamDaysWrite) && team.status === 'ACTIVE';
  return (
    <Card title={t('teams.days.title', { year: team.year })} extra={<span className="secondary">{t('teams.days.hint')}</span>}>
      <div className="scroll-table" tabIndex={0} role="region" aria-label={t('teams.days.title', { year: team.year })}>
        <table className="plain-table">
          <thead><tr><th scope="col">{t('teams.name')}</th>{months.map((of) => <th key={of} scope="col" className="number">{write ? <Button size="small" type="link" aria-label={t('teams.days.write', { month: of })} onClick={() => setMonth(of)}>{t('teams.days.month', { month: of })}</Button> : t('teams.days.month', { month: of })}</th>)}</tr></thead>
          <tbody>
            {team.members.map((member) => (
              <tr key={member.id}><th scope="row">{member.name}</th>{months.map((of) => {
                const record = member.months.find((known) => known.month === of);
                return <td key={of} className="number">{record ? record.days.length : '—'}</td>;
              })}</tr>
            ))}
          </tbody>
        </table>
      </div>
      {month !== null && <DaysDialog team={team} month={month} onClose={() => setMonth(null)} />}
    </Card>
  );
}
