import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../i18n/format.js';
import { DataTable } from '../../ui/data-table.js';
import { DivisionName } from '../../ui/division-name.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { StatusTag } from '../../ui/status-tag.js';
import { keptQuery, type KeptWork } from './devices.api.js';
import type { DevicesSearch } from './devices-search.js';
import { KeptWorkPanel } from './kept-work-panel.js';

/** Work that was refused, kept until a person says what became of it. */
export function KeptTable({ search, onPlace }: { search: DevicesSearch; onPlace: (place: KeysetPlace) => void }) {
  const { t } = useTranslation();
  const query = useQuery(keptQuery({ division: search.division, all: search.all, cursor: search.cursor }));
  const [open, setOpen] = useState<string | null>(null);
  const outcome = (work: KeptWork) => (work.outcome === null ? <StatusTag tone="warning" mark="!">{t('devices.unsettled')}</StatusTag> : <StatusTag tone="neutral" mark="✓">{t(`devices.${work.outcome}`)}</StatusTag>);
  return (
    <>
      <DataTable<KeptWork>
        label={t('devices.kept')} query={query} rowKey={(work) => work.id} place={search} onPlace={onPlace} empty={t('devices.nothingKept')}
        columns={[
          { title: t('devices.village'), render: (_, work) => <DivisionName code={work.villageCode} /> },
          { title: t('devices.user'), dataIndex: 'userName' },
          { title: t('devices.work'), dataIndex: 'kindName' },
          { title: t('devices.doneAt'), render: (_, work) => <span className="nowrap">{formatMoment(work.occurredAt) || '—'}{work.clockSuspect && <> <StatusTag tone="warning" mark="!">{t('devices.clockSuspect')}</StatusTag></>}</span> },
          { title: t('devices.why'), render: (_, work) => work.title ?? work.code },
          { title: t('devices.state'), render: (_, work) => outcome(work) },
          { title: t('accounts.actions'), render: (_, work) => <Button size="small" onClick={() => setOpen(work.id)}>{t('devices.open')}</Button> },
        ]}
      />
      {open && <KeptWorkPanel id={open} onClose={() => setOpen(null)} />}
    </>
  );
}
