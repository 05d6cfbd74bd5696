import { useTranslation } from 'react-i18next';
import { formatCount, formatShare } from '../../i18n/format.js';
import type { Coverage, Figures } from './coverage.api.js';
import type { CoverageSearch } from './coverage-search.js';

interface Props {
  coverage: Coverage;
  onOpen: (search: CoverageSearch) => void;
}

const columns = ['villages', 'villagesServed', 'villagesWithoutTeam', 'teamsTooSmall', 'households', 'withoutHelper', 'notVisitedThisYear', 'visitDue', 'helpers', 'helpersAboveLimit', 'daysRecorded'] as const satisfies readonly (keyof Figures)[];
const opens: Partial<Record<keyof Figures, 'helper' | 'visit'>> = { withoutHelper: 'helper', notVisitedThisYear: 'visit' };

/** One row for each place below, in the order of the places; a number that is a list opens it. */
export function CoverageTable({ coverage, onOpen }: Props) {
  const { t } = useTranslation();
  const number = (row: Figures, column: (typeof columns)[number]) => {
    const value = row[column];
    if (value === null) return <span className="not-set">{t('common.notSet')}</span>;
    const missing = opens[column];
    const text = formatCount(value);
    if (missing === undefined || value === 0) return text;
    return <><button type="button" className="text-button" aria-label={`${row.name} ${t(`teams.coverage.column.${column}`)} ${text}`} onClick={() => onOpen({ division: row.division, missing })}>{text}</button> <span className="secondary">{formatShare(value, row.households)}</span></>;
  };
  const line = (row: Figures, total = false) => (
    <tr key={total ? 'total' : row.division} className={total ? 'total-row' : ''}>
      <th scope="row">{total || row.division.length >= 12 ? row.name : <button type="button" className="text-button" onClick={() => onOpen({ division: row.division })}>{row.name}</button>}</th>
      {columns.map((column) => <td key={column} className="number">{number(row, column)}</td>)}
    </tr>
  );
  return (
    <div className="coverage-scroll" tabIndex={0} role="region" aria-label={t('teams.coverage.title')}>
      <table className="plain-table">
        <thead><tr><th scope="col">{t('teams.coverage.place')}</th>{columns.map((column) => <th key={column} scope="col" className="number wrap">{t(`teams.coverage.column.${column}`)}</th>)}</tr></thead>
        <tbody>{line(coverage.total, true)}{coverage.children.map((row) => line(row))}</tbody>
      </table>
    </div>
  );
}
