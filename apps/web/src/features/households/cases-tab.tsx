import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { useCaseColumns } from '../cases/case-columns.js';
import { caseListQuery } from '../cases/cases.api.js';
import { StartCase } from '../cases/start/start-case.js';
import type { Household } from './households.api.js';

/** Cases of the household, open and closed, and what may be started. */
export function CasesTab({ household }: { household: Household }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState<KeysetPlace>({});
  const query = useQuery(caseListQuery({ household: household.id, cursor: place.cursor, limit: 20 }));
  return (
    <>
      <div className="page-head"><span className="spacer" /><StartCase subject="household" subjectId={household.id} status={household.status} /></div>
      <DataTable label={t('households.tab.cases')} query={query} columns={useCaseColumns()} rowKey={(row) => row.id} place={place} onPlace={setPlace} empty={t('households.noCases')} />
    </>
  );
}
