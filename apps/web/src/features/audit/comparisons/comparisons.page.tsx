import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { comparisonRegisters, Permission } from '#domain';
import { formatCount, formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { useMay } from '../../../session/me.js';
import { DataTable } from '../../../ui/data-table.js';
import { ShortDivisionName } from '../../../ui/division-name.js';
import { Page } from '../../../ui/page.js';
import '../../imports/imports.css';
import { ComparisonStateTag } from '../../tasks-centre/task-state.js';
import { useRegisterName } from '../checks/missing-words.js';
import { comparisonListQuery, type ListedComparison } from './comparisons.api.js';
import './comparisons.css';
import { UploadList } from './upload-list.js';

/** Lists of other departments held against our records, and a new one. */
export function ComparisonsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const nameOf = useRegisterName();
  const { register, ...place } = useSearch({ from: '/office/audit/comparisons' });
  const navigate = useNavigate();
  const query = useQuery(comparisonListQuery(place.cursor, register));
  const count = (value: number | null) => (value === null ? '—' : formatCount(value));
  return (
    <Page title={t('comparisons.title')} extra={<Link to="/audit/comparisons/due">{t('comparisons.dueTitle')}</Link>}>
      {may(Permission.ComparisonRun) && <UploadList onUploaded={({ id }) => void navigate({ to: '/audit/comparisons/$id', params: { id } })} />}
      <div className="filter-bar"><h2>{t('comparisons.history')}</h2><Select allowClear className="filter-select" aria-label={t('comparisons.upload.register')} placeholder={t('comparisons.upload.register')} value={register} onChange={(value?: string) => void navigate({ to: '/audit/comparisons', search: { register: value } })} options={comparisonRegisters.map((one) => ({ value: one.code, label: one[language] }))} popupMatchSelectWidth={false} /></div>
      <DataTable<ListedComparison>
        label={t('comparisons.history')} query={query} rowKey={(row) => row.id} place={place} onPlace={(to) => void navigate({ to: '/audit/comparisons', search: { register, ...to } })} empty={t('comparisons.none')}
        filters={register ? [nameOf(register)] : []} onReset={() => void navigate({ to: '/audit/comparisons', search: {} })}
        columns={[
          { title: t('comparisons.column.list'), render: (_, row) => <><Link to="/audit/comparisons/$id" params={{ id: row.id }}><strong>{nameOf(row.register)}</strong></Link><div className="secondary">{row.fileName}</div></> },
          { title: t('comparisons.column.of'), render: (_, row) => <>{row.department}<div className="secondary nowrap">{row.listOn}</div></> },
          { title: t('comparisons.column.over'), render: (_, row) => <ShortDivisionName code={row.division} /> },
          { title: t('comparisons.column.rows'), align: 'right', render: (_, row) => count(row.rows) },
          { title: t('comparisons.tab.hit'), align: 'right', render: (_, row) => (row.matchedById === null ? '—' : formatCount(row.matchedById + (row.matchedByName ?? 0))) },
          { title: t('comparisons.tab.doubtful'), align: 'right', render: (_, row) => count(row.doubtful) },
          { title: t('comparisons.column.state'), render: (_, row) => <ComparisonStateTag state={row.state} /> },
          { title: t('comparisons.column.keep'), render: (_, row) => <span className="nowrap">{row.listDeletedAt ? t('comparisons.deletedAt', { time: formatMoment(row.listDeletedAt) }) : row.keepUntil}</span> },
          { title: t('comparisons.column.by'), render: (_, row) => <>{row.createdBy}<div className="secondary nowrap">{formatMoment(row.createdAt)}</div></> },
        ]}
      />
    </Page>
  );
}
