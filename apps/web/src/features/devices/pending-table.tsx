import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../i18n/format.js';
import { DataTable } from '../../ui/data-table.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { StatusTag } from '../../ui/status-tag.js';
import { pendingQuery, type PendingDevice } from './devices.api.js';
import type { DevicesSearch } from './devices-search.js';
import { FieldWorkDialog } from './field-work-dialog.js';

/** Devices with work that has not arrived. A lost one is ended; what it still sends is kept apart. */
export function PendingTable({ search, onPlace }: { search: DevicesSearch; onPlace: (place: KeysetPlace) => void }) {
  const { t } = useTranslation();
  const query = useQuery(pendingQuery({ division: search.division, all: search.all, cursor: search.cursor }));
  const [revoking, setRevoking] = useState<PendingDevice | null>(null);
  return (
    <>
      <DataTable<PendingDevice>
        label={t('devices.pending')} query={query} rowKey={(device) => device.deviceId} place={search} onPlace={onPlace} empty={t('devices.nothingPending')}
        columns={[
          { title: t('devices.village'), render: (_, device) => device.villageName ?? device.villageCode },
          { title: t('devices.user'), dataIndex: 'userName' },
          { title: t('devices.device'), render: (_, device) => <>{device.label ?? '—'}{device.revoked && <> <StatusTag tone="neutral" mark="✗">{t('devices.revoked')}</StatusTag></>}</> },
          { title: t('devices.unsent'), className: 'number', render: (_, device) => (device.pendingOperations === null ? t('common.unknown') : t('devices.unsentCount', { records: device.pendingOperations, files: device.pendingFiles ?? 0 })) },
          { title: t('devices.since'), render: (_, device) => <span className="nowrap">{formatMoment(device.oldestPendingAt) || '—'}</span> },
          { title: t('devices.lastContact'), render: (_, device) => <span className="nowrap">{formatMoment(device.lastContactAt) || '—'}</span> },
          { title: t('devices.gap'), render: (_, device) => (device.gapFrom === null ? '—' : <StatusTag tone="error" mark="▲">{t('devices.gapFrom', { number: device.gapFrom })}</StatusTag>) },
          { title: t('devices.keptCount'), className: 'number', dataIndex: 'kept' },
          { title: t('accounts.actions'), render: (_, device) => !device.revoked && <Button size="small" onClick={() => setRevoking(device)}>{t('devices.revoke')}</Button> },
        ]}
      />
      {revoking && <FieldWorkDialog title={t('devices.revokeTitle', { name: revoking.userName })} body={t('devices.revokeBody')} confirm={t('devices.revoke')} makeStep={(reason) => ({ kind: 'revoke', deviceId: revoking.deviceId, reason })} onClose={() => setRevoking(null)} />}
    </>
  );
}
