import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { distanceM, roughDistance, type Place } from '#domain';
import { usePhonePlace } from './phone-place.js';

/** Metres from this phone to a house; null while one of the two is unknown. */
export function useMetres(): (house: Place | undefined) => number | null {
  const here = usePhonePlace();
  return useMemo(() => (house) => (here && house ? distanceM(here, house) : null), [here]);
}

/** 约 350 米, 约 1.2 公里; null where it is not known. */
export function useDistanceText(): (house: Place | undefined) => string | null {
  const { t } = useTranslation();
  const metres = useMetres();
  return (house) => {
    const away = metres(house);
    if (away === null) return null;
    const { unit, value } = roughDistance(away);
    return t(unit === 'km' ? 'field.place.kilometres' : 'field.place.metres', { value });
  };
}
