import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { useVisitColumns } from './use-visit-columns.js';
import { visitListQuery } from './visits.api.js';

/** Visits of one household, the latest first. */
export function HouseholdVisits({ householdId }: { householdId: string }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState<KeysetPlace>({});
  return (
    <section className="tab-section">
      <h3>{t('teams.visits.title')}</h3>
      <DataTable label={t('teams.visits.title')} query={useQuery(visitListQuery({ household: householdId, cursor: place.cursor, limit: 20 }))} columns={useVisitColumns({ household: false })} rowKey={(row) => row.id} place={place} onPlace={setPlace} empty={t('teams.visits.noneHere')} />
    </section>
  );
}
