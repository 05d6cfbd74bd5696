import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { DataTable } from '../../ui/data-table.js';
import { DivisionName } from '../../ui/division-name.js';
import { FactList } from '../../ui/fact-list.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { Fen } from '../help/parts/fen.js';
import { useMeasureName } from '../help/parts/use-names.js';
import { FundForm } from './fund-form.js';
import { fundQuery, spendingQuery, type Spending } from './funds.api.js';
import '../help/help.css';

/** One fund and every payment and expense behind its spending. */
export function FundPage() {
  const { t } = useTranslation();
  const may = useMay();
  const name = useMeasureName();
  const { id } = useParams({ from: '/office/funds/$id' });
  const query = useQuery(fundQuery(id));
  const [place, setPlace] = useState<KeysetPlace>({});
  const [correcting, setCorrecting] = useState(false);
  const spending = useQuery(spendingQuery(id, { cursor: place.cursor, limit: 50 }));
  return (
    <Page title={query.data?.name ?? t('projects.funds.title')} path={<Link to="/funds">{t('projects.funds.title')}</Link>}>
      <QueryState query={query} rows={6}>
        {(fund) => (
          <Card title={t('projects.funds.about')} extra={may(Permission.FundWrite) && <Button onClick={() => setCorrecting(true)}>{t('projects.funds.correct')}</Button>}>
            <FactList entries={[
              { key: 'code', label: t('projects.code'), value: fund.code },
              { key: 'division', label: t('projects.funds.division'), value: <DivisionName code={fund.division} /> },
              { key: 'level', label: t('projects.funds.level'), value: t(`projects.funds.levels.${fund.level}`) },
              { key: 'kind', label: t('projects.funds.kind'), value: t(`projects.funds.kinds.${fund.kind}`) },
              { key: 'document', label: t('projects.funds.document'), value: fund.documentNo },
              { key: 'received', label: t('projects.funds.receivedOn'), value: fund.receivedOn },
              { key: 'allocated', label: t('projects.funds.allocated'), value: <Fen value={fund.allocatedFen} /> },
              { key: 'budgeted', label: t('projects.funds.budgeted'), value: <Fen value={fund.budgetedFen} /> },
              { key: 'spent', label: t('projects.funds.spent'), value: <Fen value={fund.spentFen} /> },
              { key: 'left', label: t('projects.funds.left'), value: <Fen value={fund.remainingFen} /> },
              { key: 'idle', label: t('projects.funds.idle'), value: fund.idleDays === null ? t('projects.funds.nothingLeft') : t('common.days', { count: fund.idleDays }) },
              { key: 'note', label: t('help.note'), value: fund.note },
            ]} />
          </Card>
        )}
      </QueryState>
      <Card title={t('projects.funds.spending')}>
        <DataTable<Spending>
          label={t('projects.funds.spending')} query={spending} rowKey={(row) => row.id} place={place} onPlace={setPlace} empty={t('projects.funds.noSpending')}
          columns={[
            { title: t('projects.paidOn'), render: (_, row) => <span className="nowrap">{row.paidOn}</span> },
            { title: t('projects.funds.spendingKind'), render: (_, row) => <>{t(`projects.funds.spendings.${row.kind}`)}{row.isReversal && `（${t('help.payments.reversal')}）`}</> },
            { title: t('projects.funds.spentOn'), render: (_, row) => name(row.about) },
            { title: t('help.project'), render: (_, row) => (row.projectId ? <Link to="/projects/$id" params={{ id: row.projectId }}>{t('help.open')}</Link> : '—') },
            { title: t('help.household'), render: (_, row) => (row.householdId ? <Link to="/households/$id" params={{ id: row.householdId }} search={{ tab: 'help' }}>{t('help.open')}</Link> : '—') },
            { title: t('help.amountYuan'), align: 'right', render: (_, row) => <Fen value={row.amountFen} /> },
          ]}
        />
      </Card>
      {correcting && query.data && <FundForm fund={query.data} onClose={() => setCorrecting(false)} />}
    </Page>
  );
}
