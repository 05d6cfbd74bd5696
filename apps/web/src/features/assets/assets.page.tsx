import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assetLedgerNames, assetLedgers, assetStatuses, assetStatusNames, Permission } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { ShortDivisionName } from '../../ui/division-name.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { Fen } from '../help/parts/fen.js';
import { ListPage } from '../help/parts/list-page.js';
import { AssetForm } from './asset-form.js';
import type { AssetFilters } from './asset-search.js';
import { AssetStatusTag } from './asset-status.js';
import { assetListQuery, type Asset } from './assets.api.js';

/** The three ledgers of assets: public welfare, operating, household. */
export function AssetsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const { cursor, page, ...filters } = useSearch({ from: '/office/help-assets' });
  const navigate = useNavigate();
  const go = (search: AssetFilters & KeysetPlace) => void navigate({ to: '/help-assets', search });
  const [entering, setEntering] = useState(false);
  return (
    <ListPage<Asset>
      title={t('projects.assets.title')} filters={{ ...filters }} place={{ cursor, page }} onGo={go} empty={t('projects.assets.none')} query={useQuery(assetListQuery({ ...filters, cursor, limit: 50 }))} rowKey={(row) => row.id}
      extra={may(Permission.AssetWrite) && <Button type="primary" onClick={() => setEntering(true)}>{t('projects.assets.enter')}</Button>}
      fields={[
        { kind: 'division' },
        { kind: 'select', key: 'ledger', label: t('projects.assets.ledger'), options: assetLedgers.map((value) => ({ value, label: assetLedgerNames[value][language] })) },
        { kind: 'select', key: 'status', label: t('help.status'), options: assetStatuses.map((value) => ({ value, label: assetStatusNames[value][language] })) },
      ]}
      columns={[
        { title: t('projects.assets.name'), render: (_, row) => <><Link to="/help-assets/$id" params={{ id: row.id }}><strong>{row.name}</strong></Link><div className="secondary">{row.code}</div></> },
        { title: t('projects.assets.ledger'), render: (_, row) => assetLedgerNames[row.ledger][language] },
        { title: t('projects.place'), render: (_, row) => <ShortDivisionName code={row.division} /> },
        { title: t('projects.assets.owner'), dataIndex: 'ownerName' },
        { title: t('projects.assets.operator'), render: (_, row) => row.operatorName ?? '—' },
        { title: t('projects.assets.value'), align: 'right', render: (_, row) => <Fen value={row.valueFen} /> },
        { title: t('projects.assets.yieldAll'), align: 'right', render: (_, row) => <Fen value={row.yieldFen} /> },
        { title: t('help.status'), render: (_, row) => <AssetStatusTag status={row.status} /> },
      ]}
    >
      {entering && <AssetForm onClose={() => setEntering(false)} />}
    </ListPage>
  );
}
