import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.js';
import { DataTable } from '../../ui/data-table.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { Fen } from '../help/parts/fen.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { sharesQuery } from './assets.api.js';

/** Who got how much of the yields, the latest first. */
export function SharesCard({ id }: { id: string }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState<KeysetPlace>({});
  return (
    <Card title={t('projects.assets.shares')}>
      <DataTable
        label={t('projects.assets.shares')} query={useQuery(sharesQuery(id, { cursor: place.cursor, limit: 20 }))} rowKey={(row) => `${row.householdId} ${row.year} ${row.paidOn} ${row.amountFen}`} place={place} onPlace={setPlace} empty={t('projects.assets.noShares')}
        columns={[
          { title: t('help.household'), render: (_, row) => <HouseholdLink id={row.householdId} head={row.headName} /> },
          { title: t('help.year'), dataIndex: 'year' },
          { title: t('projects.paidOn'), dataIndex: 'paidOn' },
          { title: t('help.amountYuan'), align: 'right', render: (_, row) => <Fen value={row.amountFen} /> },
        ]}
      />
    </Card>
  );
}
