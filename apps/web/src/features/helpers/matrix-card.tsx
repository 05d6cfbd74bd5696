import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { KeysetPager } from '../../ui/keyset-pager.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { QueryState } from '../../ui/query-state.js';
import { HandOverDialog } from './hand-over-dialog.js';
import { cellKey, type Cell } from './matrix-cell.js';
import { matrixQuery } from './matrix.api.js';
import { MatrixTable } from './matrix-table.js';


interface Props {
  division: string | undefined;
  place: KeysetPlace;
  onPlace: (place: KeysetPlace) => void;
}

/** Villages down, helpers across; chosen numbers go to another helper together. */
export function MatrixCard({ division, place, onPlace }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const query = useQuery(matrixQuery({ division, cursor: place.cursor, limit: 15 }));
  const [chosen, setChosen] = useState<ReadonlyMap<string, Cell>>(new Map());
  const [handing, setHanding] = useState(false);
  const toggle = (cell: Cell) => setChosen((known) => {
    const next = new Map(known);
    if (!next.delete(cellKey(cell))) next.set(cellKey(cell), cell);
    return next;
  });
  const count = [...chosen.values()].reduce((sum, cell) => sum + cell.households, 0);
  const write = may(Permission.PairingWrite);
  const close = (done: boolean) => {
    setHanding(false);
    if (done) setChosen(new Map());
  };
  return (
    <>
      <div className="page-head">
        <p className="secondary">{t('teams.helpers.matrixHint')}</p><span className="spacer" />
        {write && <><span role="status">{t('teams.helpers.chosen', { count })}</span><Button type="primary" disabled={count === 0} onClick={() => setHanding(true)}>{t('teams.helpers.handOver')}</Button></>}
      </div>
      <QueryState query={query} rows={6}>
        {(matrix) => (matrix.cells.length === 0 ? <p className="secondary">{t('teams.helpers.noPairings')}</p> : (
          <>
            <MatrixTable matrix={matrix} chosen={chosen} {...(write ? { onToggle: toggle } : {})} />
            <KeysetPager count={new Set(matrix.cells.map(({ villageCode }) => villageCode)).size} nextCursor={matrix.nextCursor} place={place} onPlace={onPlace} />
          </>
        ))}
      </QueryState>
      {handing && <HandOverDialog cells={[...chosen.values()]} onClose={close} />}
    </>
  );
}
