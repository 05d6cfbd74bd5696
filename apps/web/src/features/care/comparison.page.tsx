import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { careDecisions, careFindingKinds } from '#domain';
import type { KeysetPlace } from '../../ui/keyset.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { AreaItem, SelectItem } from '../help/parts/items.js';
import { ListPage } from '../help/parts/list-page.js';
import type { FindingFilters } from './care-search.js';
import { adjudicate, comparisonQuery, findingListQuery, type CareFinding } from './care.api.js';

interface Decision {
  decision: (typeof careDecisions)[number];
  reason: string;
}

/** What a comparison found, person by person; each finding is settled with its reason. */
export function CareComparisonPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/office/care-comparisons/$id' });
  const { cursor, page, ...filters } = useSearch({ from: '/office/care-comparisons/$id' });
  const navigate = useNavigate();
  const go = (search: FindingFilters & KeysetPlace) => void navigate({ to: '/care-comparisons/$id', params: { id }, search });
  const found = useQuery(comparisonQuery(id)).data;
  const [settling, setSettling] = useState<CareFinding | null>(null);
  const counts = found?.found.map((count) => t('teams.care.foundOf', { kind: t(`teams.care.kinds.${count.kind}`), count: count.findings, settled: count.settled })).join('；');
  return (
    <ListPage<CareFinding>
      title={found ? t('teams.care.comparisonOf', { department: found.department, day: found.listOn }) : t('teams.care.comparisons')} filters={{ ...filters }} place={{ cursor, page }} onGo={go} empty={t('teams.care.noFindings')}
      intro={<><p className="path"><Link to="/care-comparisons">{t('teams.care.comparisons')}</Link></p>{found && <p className="page-intro">{t('teams.care.result', { rows: found.rows, matched: found.matched, notOurs: found.notOurs, unusable: found.unusable })} {counts}</p>}</>}
      query={useQuery(findingListQuery(id, { ...filters, cursor, limit: 50 }))} rowKey={(row) => row.id}
      fields={[{ kind: 'select', key: 'kind', label: t('teams.care.kind'), options: careFindingKinds.map((value) => ({ value, label: t(`teams.care.kinds.${value}`) })) }, { kind: 'check', key: 'open', label: t('teams.care.open') }]}
      columns={[
        { title: t('teams.care.person'), render: (_, row) => <><strong>{row.name}</strong> <span className="secondary">{row.birthDate} {row.idNo}</span></> },
        { title: t('help.household'), render: (_, row) => <HouseholdLink id={row.householdId} head={row.headName} /> },
        { title: t('teams.care.kind'), render: (_, row) => t(`teams.care.kinds.${row.kind}`) },
        { title: t('teams.care.onList'), render: (_, row) => (row.listName ? <>{row.listName} <span className="secondary">{row.listBirthDate} {row.listIdNo}</span></> : '—') },
        { title: t('teams.care.decision'), render: (_, row) => (row.decision ? <>{t(`teams.care.decisions.${row.decision}`)}<div className="secondary">{row.decidedBy} {row.reason}</div></> : '—') },
        { title: t('help.actions'), render: (_, row) => <Button size="small" onClick={() => setSettling(row)}>{t('teams.care.settle')}</Button> },
      ]}
    >
      {settling && (
        <FormDialog<Decision, CareFinding> title={t('teams.care.settleTitle', { name: settling.name })} okText={t('teams.care.settle')} intro={t('teams.care.settleHint')} initial={settling.decision ? { decision: settling.decision } : {}} send={(body) => adjudicate(settling.id, body)} said={t('help.saved', { what: t('teams.care.settle') })} onClose={() => setSettling(null)}>
          <SelectItem name="decision" label={t('teams.care.decision')} options={careDecisions.map((value) => ({ value, label: t(`teams.care.decisions.${value}`) }))} required />
          <AreaItem name="reason" label={t('help.reason')} max={1000} required />
        </FormDialog>
      )}
    </ListPage>
  );
}
