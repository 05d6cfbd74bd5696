import { useTranslation } from 'react-i18next';
import { ShortDivisionName } from '../../ui/division-name.js';
import { divisionQuery } from '../../ui/use-divisions.js';
import { useQuery } from '@tanstack/react-query';
import type { Matrix, MatrixHelper } from './matrix.api.js';
import { cellKey, type Cell } from './matrix-cell.js';

interface Props {
  matrix: Matrix;
  chosen: ReadonlyMap<string, Cell>;
  onToggle?: (cell: Cell) => void;
}

function HelperHead({ helper }: { helper: MatrixHelper }) {
  const { t } = useTranslation();
  const over = helper.limit !== null && helper.households > helper.limit;
  return (
    <th scope="col" className="number">
      {helper.name}<div className="secondary">{helper.unit}</div>
      <div className={over ? 'missing' : 'secondary'}>{t('teams.helpers.inAll', { count: helper.households })}{over && ` ${t('teams.helpers.aboveLimit', { limit: helper.limit ?? 0 })}`}</div>
    </th>
  );
}

function CellButton({ cell, helper, chosen, onToggle }: { cell: Cell; helper: string; chosen: boolean; onToggle: (cell: Cell) => void }) {
  const { t } = useTranslation();
  const village = useQuery(divisionQuery(cell.villageCode)).data?.name ?? cell.villageCode;
  return <button type="button" className="matrix-cell" aria-pressed={chosen} aria-label={t('teams.helpers.cell', { village, helper, count: cell.households })} onClick={() => onToggle(cell)}>{cell.households}</button>;
}

/** Helpers stand in the order in which the villages name them: neighbours stand together, and nobody is ranked. */
export function MatrixTable({ matrix, chosen, onToggle }: Props) {
  const { t } = useTranslation();
  const villages = [...new Set(matrix.cells.map(({ villageCode }) => villageCode))];
  const helpers = [...new Map(matrix.cells.map((cell) => [cell.helperId, matrix.helpers.find(({ id }) => id === cell.helperId)])).values()].filter((helper) => helper !== undefined);
  const cells = new Map(matrix.cells.map((cell) => [cellKey(cell), cell]));
  return (
    <div className="matrix-scroll" tabIndex={0} role="region" aria-label={t('teams.helpers.matrix')}>
      <table className="plain-table helper-matrix">
        <thead><tr><th scope="col">{t('help.village')}</th>{helpers.map((helper) => <HelperHead key={helper.id} helper={helper} />)}</tr></thead>
        <tbody>
          {villages.map((village) => (
            <tr key={village}>
              <th scope="row"><ShortDivisionName code={village} /></th>
              {helpers.map((helper) => {
                const cell = cells.get(cellKey({ villageCode: village, helperId: helper.id }));
                if (!cell) return <td key={helper.id} className="number" />;
                return <td key={helper.id} className="number">{onToggle ? <CellButton cell={cell} helper={helper.name} chosen={chosen.has(cellKey(cell))} onToggle={onToggle} /> : cell.households}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
