import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { isRole, Permission, roleTable } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { useMay, useMe } from '../../../session/me.js';
import { DataTable } from '../../../ui/data-table.js';
import { ShortDivisionName } from '../../../ui/division-name.js';
import { DivisionSelect } from '../../../ui/division-select.js';
import { Page } from '../../../ui/page.js';
import { auditQuery, type AuditEntry } from './log.api.js';
import { auditOps, type LogSearch } from './log-search.js';
import { VerifyCard } from './verify-card.js';

/** 150221000000 → 150221: rows of a division carry its code filled up with zeros. */
const withoutPadding = (code: string) => code.slice(0, [2, 4, 6, 9].find((length) => /^0*$/.test(code.slice(length))) ?? 12);

/** Who did what to which record, and whether the chains hold. */
export function AuditLogPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe();
  const may = useMay();
  const { page, ...search } = useSearch({ from: '/office/audit/log' });
  const { cursor, ...filters } = search;
  const navigate = useNavigate();
  const go = (to: LogSearch) => void navigate({ to: '/audit/log', search: to });
  const query = useQuery(auditQuery({ ...search, limit: 50 }));
  const opText = (op: string) => { const known = auditOps.find((one) => one === op); return known ? t(`auditLog.op.${known}`) : op; };
  return (
    <Page title={t('auditLog.title')}>
      {may(Permission.AuditVerify) && <VerifyCard />}
      <form role="search" className="filter-bar" onSubmit={(event) => event.preventDefault()}>
        <DivisionSelect value={filters.county} within={me.division} placeholder={t('auditLog.county')} onChange={(code) => go({ ...filters, county: code?.slice(0, 6) })} />
        <Select allowClear className="filter-select" aria-label={t('auditLog.column.op')} placeholder={t('auditLog.column.op')} value={filters.op} onChange={(op) => go({ ...filters, op })} options={auditOps.map((value) => ({ value, label: t(`auditLog.op.${value}`) }))} popupMatchSelectWidth={false} />
        <DatePicker aria-label={t('auditLog.from')} placeholder={t('auditLog.from')} value={filters.from ? dayjs(filters.from) : null} onChange={(day) => go({ ...filters, from: day?.format('YYYY-MM-DD') })} />
        <Button onClick={() => go({})}>{t('common.reset')}</Button>
      </form>
      <DataTable<AuditEntry>
        label={t('auditLog.title')} query={query} rowKey={(row) => row.id} place={{ cursor, page }} onPlace={(place) => go({ ...filters, ...place })} filters={Object.values(filters).some(Boolean) ? [t('checks.filtered')] : []} onReset={() => go({})}
        columns={[
          { title: t('auditLog.column.at'), render: (_, row) => <span className="nowrap">{formatMoment(row.at)}</span> },
          { title: t('auditLog.column.who'), render: (_, row) => <><button type="button" className="text-button" onClick={() => go({ ...filters, actor: row.actorId })}>{row.actorName ?? t('taskCentre.byItself')}</button>{isRole(row.actorRole) && <div className="secondary">{roleTable[row.actorRole][language]}</div>}</> },
          { title: t('auditLog.column.op'), render: (_, row) => opText(row.op) },
          { title: t('auditLog.column.object'), render: (_, row) => <>{row.subject}<div className="secondary">{row.rowId}</div></> },
          { title: t('auditLog.column.fields'), render: (_, row) => row.fields.join('、') },
          { title: t('auditLog.column.where'), render: (_, row) => <ShortDivisionName code={withoutPadding(row.division)} /> },
          { title: t('auditLog.column.seq'), align: 'right', render: (_, row) => row.seq ?? <span className="secondary">{t('auditLog.unsealed')}</span> },
        ]}
      />
    </Page>
  );
}
