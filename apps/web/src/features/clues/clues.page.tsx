import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay, useMe } from '../../session/me.js';
import { DataTable } from '../../ui/data-table.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { Page } from '../../ui/page.js';
import { useDivisionName } from '../../ui/use-divisions.js';
import { useClueColumns } from './clue-columns.js';
import { clueBoxes, type ClueSearch } from './clue-search.js';
import { clueListQuery } from './clues.api.js';
import { ReportDialog } from './report-dialog.js';
import './clues.css';

const PAGE = 50;

/** Hints that somebody may be falling back: reported, checked, settled within the term that is set. */
export function CluesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const { box = 'open', division, cursor, page } = useSearch({ from: '/office/clues' });
  const navigate = useNavigate();
  const [reporting, setReporting] = useState(false);
  const go = (search: ClueSearch) => void navigate({ to: '/clues', search });
  const query = useQuery(clueListQuery({ box, division, cursor, limit: PAGE }));
  const columns = useClueColumns();
  const place = useDivisionName(division ?? me.division);
  return (
    <Page title={t('clues.title')} extra={may(Permission.ClueWrite) && <Button type="primary" onClick={() => setReporting(true)}>{t('clues.report')}</Button>}>
      <div className="filter-bar">
        <Segmented options={clueBoxes.map((value) => ({ value, label: t(`clues.box.${value}`) }))} value={box} onChange={(value) => go({ box: value, division })} />
        {me.division.length < 12 && <DivisionSelect within={me.division} value={division} placeholder={t('areas.division')} onChange={(chosen) => go({ box, division: chosen })} />}
      </div>
      <DataTable label={t('clues.title')} query={query} columns={columns} rowKey={(clue) => clue.id} place={{ cursor, page }} empty={t('clues.empty')} filters={division ? [place] : []} onReset={() => go({ box })} onPlace={(place) => go({ box, division, ...place })} />
      {reporting && <ReportDialog onClose={() => setReporting(false)} />}
    </Page>
  );
}
