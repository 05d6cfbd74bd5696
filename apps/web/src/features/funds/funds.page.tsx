import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { formatYuan } from '../../i18n/format.js';
import { useMay } from '../../session/me.js';
import { ShortDivisionName } from '../../ui/division-name.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { Fen } from '../help/parts/fen.js';
import { ListPage } from '../help/parts/list-page.js';
import { useYearChoices } from '../help/parts/use-years.js';
import { FundForm } from './fund-form.js';
import type { FundFilters } from './fund-search.js';
import { fundLevels, fundListQuery, type Fund } from './funds.api.js';

/** Funds with allocation, spending, what is left and for how many days it lies idle. */
export function FundsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { cursor, page, ...filters } = useSearch({ from: '/office/funds' });
  const navigate = useNavigate();
  const go = (search: FundFilters & KeysetPlace) => void navigate({ to: '/funds', search });
  const [recording, setRecording] = useState(false);
  const query = useQuery(fundListQuery({ ...filters, cursor, limit: 50 }));
  const totals = query.data?.totals;
  return (
    <ListPage<Fund>
      title={t('projects.funds.title')} filters={{ ...filters }} place={{ cursor, page }} onGo={go} empty={t('projects.funds.none')} query={query} rowKey={(row) => row.id}
      extra={may(Permission.FundWrite) && <Button type="primary" onClick={() => setRecording(true)}>{t('projects.funds.record')}</Button>}
      intro={totals && <p className="page-intro" role="status">{t('projects.funds.totals', { count: totals.funds, allocated: formatYuan(totals.allocatedFen), spent: formatYuan(totals.spentFen), left: formatYuan(totals.remainingFen) })}</p>}
      fields={[
        { kind: 'division' },
        { kind: 'select', key: 'year', label: t('help.year'), options: useYearChoices(), numeric: true },
        { kind: 'select', key: 'level', label: t('projects.funds.level'), options: fundLevels.map((value) => ({ value, label: t(`projects.funds.levels.${value}`) })) },
      ]}
      columns={[
        { title: t('projects.funds.name'), render: (_, row) => <><Link to="/funds/$id" params={{ id: row.id }}>{row.name}</Link><div className="secondary">{row.code}</div></> },
        { title: t('projects.place'), render: (_, row) => <ShortDivisionName code={row.division} /> },
        { title: t('projects.funds.level'), render: (_, row) => t(`projects.funds.levels.${row.level}`) },
        { title: t('projects.funds.kind'), render: (_, row) => t(`projects.funds.kinds.${row.kind}`) },
        { title: t('help.year'), dataIndex: 'year' },
        { title: t('projects.funds.allocated'), align: 'right', render: (_, row) => <Fen value={row.allocatedFen} /> },
        { title: t('projects.funds.spent'), align: 'right', render: (_, row) => <Fen value={row.spentFen} /> },
        { title: t('projects.funds.left'), align: 'right', render: (_, row) => <Fen value={row.remainingFen} /> },
        { title: t('projects.funds.idle'), align: 'right', render: (_, row) => (row.idleDays === null ? '—' : t('common.days', { count: row.idleDays })) },
      ]}
    >
      {recording && <FundForm onClose={() => setRecording(false)} />}
    </ListPage>
  );
}
