import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { DataTable } from '../../ui/data-table.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { StatusTag } from '../../ui/status-tag.js';
import { helperListQuery, type Helper } from './helpers.api.js';

/** Everybody who is registered as a helper in the counties of the territory, in the order of registration. */
export function HelperList({ division }: { division: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [place, setPlace] = useState<KeysetPlace>({});
  return (
    <DataTable<Helper>
      label={t('teams.helpers.list')} query={useQuery(helperListQuery({ division: division?.slice(0, 6), cursor: place.cursor, limit: 50 }))} rowKey={(row) => row.id} place={place} onPlace={setPlace} empty={t('teams.helpers.noHelpers')}
      columns={[
        { title: t('teams.helpers.name'), render: (_, row) => <strong>{row.name}</strong> },
        { title: t('teams.helpers.unit'), dataIndex: 'unit' },
        { title: t('teams.helpers.affiliation'), render: (_, row) => (row.affiliation ? codeLabel('affiliation', row.affiliation, language) : '—') },
        { title: t('teams.helpers.rank'), render: (_, row) => (row.rank ? codeLabel('rank', row.rank, language) : '—') },
        { title: t('teams.helpers.phone'), render: (_, row) => row.phone ?? '—' },
        { title: t('teams.helpers.total'), align: 'right', render: (_, row) => (row.households === 0 ? <StatusTag tone="warning" mark="○">{t('teams.helpers.none')}</StatusTag> : row.households) },
      ]}
    />
  );
}
