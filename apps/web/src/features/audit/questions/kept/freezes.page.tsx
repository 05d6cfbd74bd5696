import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_BRIEF_ANSWERS, Permission } from '#domain';
import { api, call } from '../../../../api/client.js';
import { formatCount, formatMoment } from '../../../../i18n/format.js';
import { useLocalText } from '../../../../i18n/use-language.js';
import { useMay } from '../../../../session/me.js';
import { DataTable } from '../../../../ui/data-table.js';
import { Page } from '../../../../ui/page.js';
import { StatusTag } from '../../../../ui/status-tag.js';
import { useProblemText } from '../../../../ui/use-problem-text.js';
import { freezesQuery, type Freeze } from '../questions.api.js';
import { BriefDialog } from './brief-dialog.js';
import '../questions.css';

/** Asks the frozen question again for its day and says whether the rows are still the same. */
function Recheck({ freeze }: { freeze: Freeze }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const check = useMutation({ mutationFn: () => call(api.POST('/api/v1/questions/freezes/{id}/checks', { params: { path: { id: freeze.id } } })) });
  return (
    <>
      <Button size="small" loading={check.isPending} onClick={() => check.mutate()}>{t('questions.freezes.check')}</Button>
      <div role="status">
        {check.error && <span className="missing">{problemText(check.error)}</span>}
        {check.data && (check.data.same ? <StatusTag tone="success" mark="✓">{t('questions.freezes.same')}</StatusTag> : <StatusTag tone="error" mark="!">{t('questions.freezes.differs', { then: check.data.frozenRows, now: check.data.rows })}</StatusTag>)}
      </div>
    </>
  );
}

/** Answers as they were: what was asked, how many rows, their hash; those that are chosen become a brief, in the order of choosing. */
export function FreezesPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const place = useSearch({ from: '/office/audit/questions/freezes' });
  const navigate = useNavigate();
  const may = useMay();
  const [chosen, setChosen] = useState<Freeze[]>([]);
  const [open, setOpen] = useState(false);
  const choose = (rows: readonly Freeze[]) => setChosen((before) => [...before.filter(({ id }) => rows.some((row) => row.id === id)), ...rows.filter(({ id }) => !before.some((row) => row.id === id))]);
  const rowSelection = {
    selectedRowKeys: chosen.map(({ id }) => id), preserveSelectedRowKeys: true, onChange: (_: unknown, rows: Freeze[]) => choose(rows),
    getCheckboxProps: (row: Freeze) => ({ 'aria-label': t('questions.brief.choose', { sentence: local(row.sentence) }), disabled: chosen.length >= MOST_BRIEF_ANSWERS && !chosen.some(({ id }) => id === row.id) }), getTitleCheckboxProps: () => ({ 'aria-label': t('questions.brief.chooseAll') }),
  };
  const brief = may(Permission.ExportRun) && <Button type="primary" disabled={chosen.length === 0 || chosen.length > MOST_BRIEF_ANSWERS} onClick={() => setOpen(true)}>{t('questions.brief.button', { count: chosen.length })}</Button>;
  return (
    <Page title={t('questions.freezes.title')} path={<Link to="/audit/questions">{t('questions.title')}</Link>} extra={brief}>
      <DataTable
        label={t('questions.freezes.title')} query={useQuery(freezesQuery(place.cursor))} rowKey={({ id }) => id} place={place} empty={t('questions.freezes.none')} rowSelection={rowSelection}
        onPlace={(next) => void navigate({ to: '/audit/questions/freezes', search: next })}
        columns={[
          { title: t('questions.saved.sentence'), render: (_, row) => <Link to="/audit/questions" search={{ d: row.definition as Record<string, unknown> }}>{local(row.sentence)}</Link> },
          { title: t('questions.freezes.rows'), align: 'right' as const, render: (_, row) => formatCount(row.rows) },
          { title: 'SHA-256', render: (_, row) => <span className="freeze-hash" title={row.sha256}>{row.sha256.slice(0, 16)}…</span> },
          { title: t('questions.freezes.at'), render: (_, row) => <span className="nowrap">{formatMoment(row.answeredAt)} {row.answeredFor}</span> },
          { title: t('questions.freezes.now'), render: (_, row) => <Recheck freeze={row} /> },
        ]}
      />
      {open && <BriefDialog answers={chosen} onClose={() => setOpen(false)} />}
    </Page>
  );
}
