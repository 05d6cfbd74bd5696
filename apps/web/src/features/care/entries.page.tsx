import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { StatusTag } from '../../ui/status-tag.js';
import { VerdictTag } from '../../ui/verdict-tag.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { ListPage } from '../help/parts/list-page.js';
import type { EntryFilters } from './care-search.js';
import { entryListQuery, registersQuery, type CareEntry } from './care.api.js';

/** People on one register: since when, whether a fact is missing, last contact and the next one. */
export function EntriesPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const { code } = useParams({ from: '/office/care/$code' });
  const { cursor, page, ...filters } = useSearch({ from: '/office/care/$code' });
  const navigate = useNavigate();
  const go = (search: EntryFilters & KeysetPlace) => void navigate({ to: '/care/$code', params: { code }, search });
  const register = useQuery(registersQuery).data?.find((known) => known.code === code);
  return (
    <ListPage<CareEntry>
      title={register ? local(register.name) : t('teams.care.title')} intro={<><p className="path"><Link to="/care">{t('teams.care.title')}</Link></p>{register && <p className="page-intro">{local(register.sentence)}</p>}</>}
      filters={{ ...filters }} place={{ cursor, page }} onGo={go} empty={t('teams.care.none')} query={useQuery(entryListQuery(code, { ...filters, cursor, limit: 50 }))} rowKey={(row) => row.id}
      fields={[
        { kind: 'division' },
        { kind: 'select', key: 'state', label: t('teams.care.state'), options: [{ value: 'on', label: t('teams.care.on') }, { value: 'left', label: t('teams.care.left') }] },
        { kind: 'select', key: 'verdict', label: t('teams.care.verdict'), options: [{ value: 'met', label: t('common.finding.met') }, { value: 'unproven', label: t('common.finding.unproven') }] },
        { kind: 'check', key: 'due', label: t('teams.care.due') },
      ]}
      columns={[
        { title: t('teams.care.person'), render: (_, row) => <Link to="/care-entries/$id" params={{ id: row.id }}>{row.name ?? row.headName}</Link> },
        { title: t('help.household'), render: (_, row) => <HouseholdLink id={row.householdId} head={row.headName} /> },
        { title: t('help.village'), dataIndex: 'place' },
        { title: t('teams.care.since'), render: (_, row) => <span className="nowrap">{row.since}{row.until && ` – ${row.until}`}</span> },
        { title: t('teams.care.verdict'), render: (_, row) => <><VerdictTag verdict={row.verdict} />{row.missing.length > 0 && <div className="missing">{row.missing.map(local).join('；')}</div>}</> },
        { title: t('teams.care.lastContact'), render: (_, row) => row.lastContactOn ?? t('teams.care.never') },
        { title: t('teams.care.next'), render: (_, row) => (row.dueOn === null ? '—' : row.overdueDays !== null && row.overdueDays > 0 ? <StatusTag tone="error" mark="▲">{t('teams.care.overdueDays', { count: row.overdueDays })}</StatusTag> : row.dueOn) },
      ]}
    />
  );
}
