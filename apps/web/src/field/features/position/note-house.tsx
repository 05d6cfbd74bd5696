import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOutsideRegion, type HousePosition } from '#domain';
import type { Position } from '../../store/types.js';
import { BigButton, Sheet, Strip } from '../../ui/index.js';
import { usePosition } from './use-position.js';

interface Props {
  /** Day of the server, 'YYYY-MM-DD'. */
  today: string;
  onKeep: (position: HousePosition) => void;
  onClose: () => void;
}

/** 记下住宅位置, standing at the house: looks for a minute at most, says how closely it is known, and keeps it with one tap. */
export function NoteHouse({ today, onKeep, onClose }: Props) {
  const { t } = useTranslation();
  const [found, setFound] = useState<Position | null>(null);
  const { state, start } = usePosition({ wanted: true, onFound: setFound, fresh: true });
  useEffect(start, []);
  const position = found && { latitudeE6: Math.round(found.latitude * 1e6), longitudeE6: Math.round(found.longitude * 1e6), accuracyM: Math.round(found.accuracyM), notedOn: today, source: 'phone' as const };
  const words = found ? t('field.place.within', { metres: found.accuracyM }) : t(state === 'denied' ? 'field.place.refused' : state === 'done' ? 'field.place.noFix' : 'field.place.looking');
  const footer = <BigButton disabled={!position} onClick={() => position && onKeep(position)} data-testid="house-keep">{t('field.place.note')}</BigButton>;
  return (
    <Sheet open title={t('field.place.noteTitle')} onClose={onClose} footer={footer}>
      <p>{t('field.place.standThere')}</p>
      <p role="status" data-testid="house-found">{words}</p>
      {position && isOutsideRegion(position) && <Strip kind="warning" data-testid="house-outside">{t('field.place.outside')}</Strip>}
    </Sheet>
  );
}
