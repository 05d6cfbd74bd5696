import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { PackCard } from './pack-card.js';
import { packVersionsQuery, type PackVersion } from './packs.api.js';

/** Versions of each procedure, newest first. */
function byCode(versions: readonly PackVersion[]): PackVersion[][] {
  const groups = new Map<string, PackVersion[]>();
  for (const version of versions) groups.set(version.code, [...(groups.get(version.code) ?? []), version]);
  return [...groups.values()].map((group) => group.sort((left, right) => right.version - left.version));
}

/** Procedures as data: who does what, which papers, how long a notice hangs, by which document. */
export function PacksPage() {
  const { t } = useTranslation();
  const query = useQuery(packVersionsQuery);
  return (
    <Page title={t('packs.title')}>
      <p className="secondary">{t('packs.hint')}</p>
      <QueryState query={query} rows={10}>{(versions) => byCode(versions).map((group) => <PackCard key={group[0]?.code} versions={group} />)}</QueryState>
    </Page>
  );
}
