import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { assetLedgerNames } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { Card } from '../../ui/card.js';
import { DivisionName } from '../../ui/division-name.js';
import { FactList } from '../../ui/fact-list.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { Fen } from '../help/parts/fen.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { StepLog } from '../help/parts/step-log.js';
import { useTextOf } from '../help/parts/use-text-of.js';
import { AssetActions } from './asset-actions.js';
import { AssetStatusTag } from './asset-status.js';
import { assetQuery } from './assets.api.js';
import { SharesCard } from './shares-card.js';
import { YieldsCard } from './yields-card.js';
import '../help/help.css';

/** One asset: who owns and runs it, what it earned, who got how much of that, and every change. */
export function AssetPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const textOf = useTextOf();
  const { id } = useParams({ from: '/office/help-assets/$id' });
  const query = useQuery(assetQuery(id));
  const found = query.data;
  return (
    <Page title={found?.name ?? t('projects.assets.title')} path={<Link to="/help-assets">{t('projects.assets.title')}</Link>} extra={found && <AssetStatusTag status={found.status} />}>
      <QueryState query={query} rows={8}>
        {(asset) => (
          <>
            <Card title={t('projects.assets.about')} extra={<AssetActions asset={asset} />}>
              <FactList entries={[
                { key: 'code', label: t('projects.code'), value: asset.code },
                { key: 'ledger', label: t('projects.assets.ledger'), value: assetLedgerNames[asset.ledger][language] },
                { key: 'place', label: t('projects.place'), value: <DivisionName code={asset.division} /> },
                ...(asset.householdId ? [{ key: 'household', label: t('help.household'), value: <HouseholdLink id={asset.householdId} head={asset.headName} /> }] : []),
                { key: 'owner', label: t('projects.assets.owner'), value: `${asset.ownerName}（${t(`projects.assets.ownerKinds.${asset.ownerKind}`)}）` },
                { key: 'operator', label: t('projects.assets.operator'), value: asset.operatorName },
                { key: 'maintainer', label: t('projects.assets.maintainer'), value: asset.maintainerName },
                { key: 'value', label: t('projects.assets.value'), value: <Fen value={asset.valueFen} /> },
                { key: 'acquired', label: t('projects.assets.acquiredOn'), value: asset.acquiredOn },
                { key: 'contract', label: t('projects.contract'), value: asset.contractNo && `${asset.contractNo} ${asset.contractFrom ?? ''} – ${asset.contractTo ?? ''}` },
                { key: 'why', label: t('projects.assets.statusReason'), value: asset.statusReason },
                ...(asset.projectId ? [{ key: 'project', label: t('help.project'), value: <Link to="/projects/$id" params={{ id: asset.projectId }}>{t('help.open')}</Link> }] : []),
              ]} />
            </Card>
            <div className="two-columns">
              <div><YieldsCard asset={asset} /><SharesCard id={asset.id} /></div>
              <Card title={t('help.log')}><StepLog events={asset.events} actionName={(action) => textOf(`projects.assets.action.${action}`, action)} /></Card>
            </div>
          </>
        )}
      </QueryState>
    </Page>
  );
}
