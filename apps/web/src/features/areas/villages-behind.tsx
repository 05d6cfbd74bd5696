import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.js';
import { QueryState } from '../../ui/query-state.js';
import { villageListQuery, type VillageRow } from './areas.api.js';

const MOST = 200;

/** Whether a village belongs to what the number counts, and how much it adds. */
const share: Readonly<Record<string, (village: VillageRow) => number>> = {
  registered_households: (village) => village.registeredHouseholds ?? 0,
  registered_persons: (village) => village.registeredPersons ?? 0,
  poor_households: (village) => village.poorHouseholds ?? 0,
  poor_persons: (village) => village.poorPersons ?? 0,
  exited_households: (village) => village.exitedHouseholds ?? 0,
  villages_total: () => 1,
  villages_decided: (village) => Number(village.decision !== null),
  poor_villages_total: (village) => Number(village.poorVillage),
  poor_villages_exited: (village) => Number(village.poorVillage && village.decision === 'EXITED'),
};

/** The villages that a number of the county adds up, each with its part. */
export function VillagesBehind({ code, year, fact }: { code: string; year: number; fact: string }) {
  const { t } = useTranslation();
  const query = useQuery(villageListQuery({ division: code, year, limit: MOST }));
  const partOf = share[fact] ?? (() => 0);
  return (
    <QueryState query={query}>
      {({ items, nextCursor }) => {
        const counted = items.filter((village) => partOf(village) > 0);
        return (
          <>
            <p data-testid="behind-sum">{t('areas.behind.villages', { count: counted.length, sum: formatCount(counted.reduce((sum, village) => sum + partOf(village), 0)) })}{nextCursor && t('areas.behind.andMore')}</p>
            <table className="matrix">
              <thead><tr><th>{t('areas.column.name')}</th><th className="number">{t('areas.behind.part')}</th></tr></thead>
              <tbody>
                {counted.map((village) => <tr key={village.code}><th scope="row"><Link to="/villages/$code" params={{ code: village.code }} search={{ year }}>{village.name ?? village.code}</Link></th><td className="number">{formatCount(partOf(village))}</td></tr>)}
              </tbody>
            </table>
          </>
        );
      }}
    </QueryState>
  );
}
