import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { PrintBatchButton } from '../prints/print-batch-button.js';
import { MoveDialog } from './move-dialog.js';
import type { Lane, NoticeCard } from './notices.api.js';

interface Props {
  lane: Lane;
  cards: readonly NoticeCard[];
  chosen: ReadonlySet<string>;
  onChoose: (ids: readonly string[]) => void;
}

const moves: Partial<Record<Lane, 'publish_notice' | 'close_notice'>> = { due: 'publish_notice', complete: 'close_notice' };

/** What can be done with a whole lane: choose all, post or end together, print. */
export function LaneTools({ lane, cards, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [moving, setMoving] = useState<readonly NoticeCard[] | null>(null);
  const move = moves[lane];
  const close = () => {
    setMoving(null);
    onChoose([]);
  };
  if (cards.length === 0 && !moving) return null;
  return (
    <div className="lane-tools">
      {move && may(Permission.NoticePublish) && (
        <>
          <Button size="small" onClick={() => onChoose(chosen.size === cards.length ? [] : cards.map(({ caseId }) => caseId))}>{t(chosen.size === cards.length ? 'notices.chooseNone' : 'notices.chooseAll')}</Button>
          <Button size="small" type="primary" disabled={chosen.size === 0} onClick={() => setMoving(cards.filter(({ caseId }) => chosen.has(caseId)))}>{t(`notices.move.${move}`, { count: chosen.size })}</Button>
        </>
      )}
      {(lane === 'running' || lane === 'contested') && <PrintBatchButton sheet="posters" ids={cards.flatMap(({ id }) => id ?? [])} label={t('notices.printLane')} />}
      {moving && move && <MoveDialog cards={moving} move={move} onClose={close} />}
    </div>
  );
}
