import { useNavigate, useSearch } from '@tanstack/react-router';
import { Checkbox, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/me.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { Page } from '../../ui/page.js';
import { KeptTable } from './kept-table.js';
import { PendingTable } from './pending-table.js';

/** What was done in the villages and has not arrived, and what arrived and was refused: so that no work is lost. Nobody's times are followed. */
export function DevicesPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/office/field-devices' });
  const navigate = useNavigate();
  const me = useMe();
  const tab = search.tab ?? 'pending';
  const go = (change: Partial<typeof search>) => void navigate({ to: '/field-devices', search: { ...search, cursor: undefined, page: undefined, ...change } });
  return (
    <Page title={t('devices.title')}>
      <p className="secondary">{t('devices.hint')}</p>
      <div className="filter-bar">
        {me.division && <DivisionSelect value={search.division} within={me.division} placeholder={t('devices.division')} onChange={(division) => go({ division })} />}
        <Checkbox checked={search.all ?? false} onChange={(event) => go({ all: event.target.checked || undefined })}>{t(tab === 'pending' ? 'devices.allDevices' : 'devices.allKept')}</Checkbox>
      </div>
      <Tabs
        activeKey={tab} onChange={(key) => go({ tab: key as 'pending' | 'kept' })} destroyOnHidden
        items={[
          { key: 'pending', label: t('devices.pending'), children: <PendingTable search={search} onPlace={go} /> },
          { key: 'kept', label: t('devices.kept'), children: <KeptTable search={search} onPlace={go} /> },
        ]}
      />
    </Page>
  );
}
