import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { degreesText, mapLink, Permission, positionSources, readHousePosition, type HousePosition } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { useMe } from '../../store/index.js';
import { BigButton, Problem, Sheet, Strip } from '../../ui/index.js';
import { EditedTag } from '../households/edited-tag.js';
import type { Shown } from '../households/use-judged.js';
import { NoteHouse } from './note-house.js';
import { useDistanceText } from './use-distance.js';
import { useKeepHouse } from './use-keep-house.js';
import { takeVisitPlace } from './visit-place.js';
import './position.css';

/** 位置: where the house is, the way there by the phone's own map, and noting, correcting or taking it away. */
export function HousePlace({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const distance = useDistanceText();
  const may = useMe().permissions.includes(Permission.HouseholdWrite);
  const { keep, failed } = useKeepHouse(shown);
  const [doing, setDoing] = useState<'noting' | 'changing' | null>(null);
  const [offer, setOffer] = useState(() => takeVisitPlace(shown.id));
  const house = readHousePosition(shown.rows.households[0]?.['housePosition']);
  const within = house?.accuracyM == null ? null : t('field.place.within', { metres: house.accuracyM });
  const done = (position: HousePosition | null) => {
    setDoing(null);
    setOffer(null);
    void keep(position);
  };
  return (
    <>
      <div className="head-line" data-testid="house-place">
        <span>{t('field.place.house')} {house ? (distance(house) ?? within ?? degreesText(house)) : t('common.notRecorded')}<EditedTag shown={shown} entity="household" row={shown.id} field="housePosition" /></span>
        <span className="head-actions">
          {house && may && <BigButton small kind="plain" onClick={() => setDoing('changing')} data-testid="house-change">{t('field.place.change')}</BigButton>}
          {house ? <a className="big-button small-button plain" href={mapLink(house)} data-testid="navigate">{t('field.place.navigate')}</a>
            : may && <BigButton small kind="plain" onClick={() => setDoing('noting')} data-testid="house-note">{t('field.place.noteTitle')}</BigButton>}
        </span>
      </div>
      {offer && !house && may && (
        <Strip kind="info" data-testid="house-offer" action={<BigButton small onClick={() => done({ ...offer, notedOn: shown.today, source: 'visit' })} data-testid="house-from-visit">{t('field.place.fromVisit')}</BigButton>}>{t('field.place.offer', { metres: offer.accuracyM })}</Strip>
      )}
      {failed !== null && <Problem error={failed} />}
      {doing === 'noting' && <NoteHouse today={shown.today} onKeep={done} onClose={() => setDoing(null)} />}
      <Sheet open={doing === 'changing' && house !== null} title={t('field.place.recorded')} onClose={() => setDoing(null)} data-testid="house-sheet">
        {house && <p>{degreesText(house)}<br /><span className="small">{[within, house.notedOn, positionSources[house.source][language]].filter(Boolean).join(' · ')}</span></p>}
        <BigButton kind="plain" onClick={() => setDoing('noting')} data-testid="house-note">{t('field.place.again')}</BigButton>
        <p className="small">{t('field.place.removeBody')}</p>
        <BigButton kind="plain" onClick={() => done(null)} data-testid="house-remove">{t('field.place.remove')}</BigButton>
      </Sheet>
    </>
  );
}
