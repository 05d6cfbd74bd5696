import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { codeLabel, type Verdict } from '#domain';
import { formatYuan } from '../../i18n/format.js';
import { useLanguage } from '../../i18n/use-language.js';
import { HouseholdStatusTag } from '../../ui/household-status.js';
import { VerdictTag } from '../../ui/verdict-tag.js';
import type { ListedHousehold } from './households.api.js';

const place = (village: ListedHousehold['village']) => [village.county, village.township, village.name ?? village.code].filter(Boolean).join(' ');

function isVerdict(text: string | null): text is Verdict {
  return text === 'met' || text === 'not_met' || text === 'unproven';
}

/** Columns of the list: who, where, state, income per head, verdict. */
export function useHouseholdColumns(): NonNullable<TableProps<ListedHousehold>['columns']> {
  const { t } = useTranslation();
  const language = useLanguage();
  return [
    {
      title: t('households.column.head'),
      render: (_, row) => (
        <>
          <Link to="/households/$id" params={{ id: row.id }} className="nowrap"><strong>{row.headName}</strong></Link>
          {row.matchedName && row.matchedName !== row.headName && <span className="secondary nowrap"> · {t('households.matched', { name: row.matchedName })}</span>}
        </>
      ),
    },
    { title: t('households.column.code'), dataIndex: 'householdCode', render: (code: string | null) => code ?? '—' },
    { title: t('households.column.village'), render: (_, row) => place(row.village) },
    { title: t('households.column.members'), align: 'right', dataIndex: 'memberCount' },
    { title: t('households.column.status'), render: (_, row) => <HouseholdStatusTag status={row.status} /> },
    { title: t('households.column.type'), render: (_, row) => (row.poorHouseholdType ? codeLabel('poorHouseholdType', row.poorHouseholdType, language) : '—') },
    { title: t('households.column.cause'), render: (_, row) => (row.mainCause ? codeLabel('povertyCause', row.mainCause, language) : '—') },
    {
      title: t('households.column.income'), align: 'right',
      render: (_, row) => (row.perCapitaFen === null ? '—' : <span className="nowrap">{formatYuan(row.perCapitaFen)} <span className="secondary">({row.latestYear})</span></span>),
    },
    { title: t('households.column.verdict'), render: (_, row) => (isVerdict(row.verdict) ? <VerdictTag verdict={row.verdict} /> : '—') },
    { title: t('households.column.phone'), dataIndex: 'phone', render: (phone: string | null) => <span className="nowrap">{phone ?? '—'}</span> },
  ];
}
