import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay, useMe } from '../../session/me.js';
import { Page } from '../../ui/page.js';
import { ListFilters } from '../help/parts/list-filters.js';
import { HelperList } from './helper-list.js';
import type { HelperSearch } from './helper-search.js';
import { MatrixCard } from './matrix-card.js';
import { RegisterHelper } from './register-helper.js';
import '../help/help.css';
import './helpers.css';

/** Who helps how many households in which village; chosen households go to another helper. */
export function HelpersPage() {
  const { t } = useTranslation();
  const may = useMay();
  const me = useMe();
  const search = useSearch({ from: '/office/helpers' });
  const navigate = useNavigate();
  const go = (next: HelperSearch) => void navigate({ to: '/helpers', search: next });
  const [registering, setRegistering] = useState(false);
  const tabs = [
    { key: 'matrix', label: t('teams.helpers.matrix'), children: <MatrixCard key={search.division ?? ''} division={search.division} place={{ cursor: search.cursor, page: search.page }} onPlace={(place) => go({ division: search.division, ...place })} /> },
    ...(me.division.length <= 6 ? [{ key: 'list', label: t('teams.helpers.list'), children: <HelperList division={search.division} /> }] : []),
  ];
  return (
    <Page title={t('teams.helpers.title')} extra={may(Permission.PairingWrite) && <Button onClick={() => setRegistering(true)}>{t('teams.helpers.register')}</Button>}>
      <ListFilters fields={[{ kind: 'division' }]} filters={{ division: search.division }} onChange={({ division }) => go({ tab: search.tab, ...(typeof division === 'string' ? { division } : {}) })} />
      <Tabs className="card" activeKey={search.tab ?? 'matrix'} items={tabs} destroyOnHidden onChange={(tab) => go({ division: search.division, tab: tab === 'list' ? 'list' : undefined })} />
      {registering && <RegisterHelper onClose={() => setRegistering(false)} />}
    </Page>
  );
}
