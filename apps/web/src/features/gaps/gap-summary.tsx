import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.js';
import { useLocalText } from '../../i18n/use-language.js';
import { AsOf } from '../../ui/as-of.js';
import { Card } from '../../ui/card.js';
import { QueryState } from '../../ui/query-state.js';
import { pivotGaps } from './pivot-gaps.js';
import type { GapFilters } from './gap-search.js';
import { gapKinds, gapSummaryQuery } from './gaps.api.js';

interface Props {
  division: string | undefined;
  onOpen: (filters: GapFilters) => void;
}

/** How many gaps, by child division and by measure; each number opens the list behind it. */
export function GapSummary({ division, onOpen }: Props) {
  const { t } = useTranslation();
  const local = useLocalText();
  const query = useQuery(gapSummaryQuery({ division }));
  const number = (count: number, label: string, filters: GapFilters) => (count === 0 ? '0' : <button type="button" className="text-button" aria-label={`${label} ${formatCount(count)}`} onClick={() => onOpen(filters)}>{formatCount(count)}</button>);
  return (
    <QueryState query={query} rows={4}>
      {(summary) => {
        const { places, measures } = pivotGaps(summary.rows);
        if (summary.rows.length === 0) return null;
        return (
          <div className="two-columns">
            <Card className="tight" title={t('help.gaps.byPlace')} extra={<AsOf at={summary.asOf} pending={summary.pending} />}>
              <div className="scroll-table" tabIndex={0} role="region" aria-label={t('help.gaps.byPlace')}>
                <table className="plain-table">
                  <thead><tr><th scope="col">{t('help.gaps.place')}</th>{gapKinds.map((kind) => <th key={kind} scope="col" className="number">{t(`help.gaps.kinds.${kind}`)}</th>)}</tr></thead>
                  <tbody>
                    {places.map((place) => (
                      <tr key={place.code}><th scope="row">{place.name}</th>{gapKinds.map((kind) => <td key={kind} className="number">{number(place.counts[kind], `${place.name} ${t(`help.gaps.kinds.${kind}`)}`, { division: place.code, kind })}</td>)}</tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </Card>
            <Card className="tight" title={t('help.gaps.byMeasure')}>
              <div className="scroll-table" tabIndex={0} role="region" aria-label={t('help.gaps.byMeasure')}>
                <table className="plain-table">
                  <thead><tr><th scope="col">{t('help.gaps.about')}</th><th scope="col">{t('help.gaps.kind')}</th><th scope="col" className="number">{t('help.gaps.count')}</th></tr></thead>
                  <tbody>
                    {measures.map((row) => (
                      <tr key={`${row.kind}-${row.code}`}><th scope="row">{local(row.title)}</th><td>{t(`help.gaps.kinds.${row.kind}`)}</td><td className="number">{number(row.gaps, `${local(row.title)} ${t(`help.gaps.kinds.${row.kind}`)}`, { division, kind: row.kind, measure: row.code })}</td></tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </Card>
          </div>
        );
      }}
    </QueryState>
  );
}
