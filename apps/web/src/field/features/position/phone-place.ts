import { useEffect } from 'react';
import type { Place } from '#domain';
import { Live, useLive } from '../../store/live.js';
import { isGranted } from './use-position.js';

/** A fix that is not older is good enough to say how far it is. */
const FRESH_MS = 300_000;
const LONGEST_MS = 60_000;

/** Where this phone is: in memory while the page is open, never stored, never sent. */
const known = new Live<Place | null>(null);
const denied = new Live(false);
let foundAt = -FRESH_MS;

/** Asks the browser once. The first time it asks the person; nothing is followed. */
export function askPlace(): void {
  const service = navigator.geolocation as Geolocation | undefined;
  if (!service) return denied.set(true);
  service.getCurrentPosition(({ coords }) => {
    foundAt = performance.now();
    denied.set(false);
    known.set({ latitudeE6: Math.round(coords.latitude * 1e6), longitudeE6: Math.round(coords.longitude * 1e6) });
  }, ({ code }) => code === 1 && denied.set(true), { enableHighAccuracy: false, maximumAge: FRESH_MS, timeout: LONGEST_MS });
}

/** Where this phone is, as far as somebody has asked; null before. */
export const usePhonePlace = (): Place | null => useLive(known);
export const usePlaceDenied = (): boolean => useLive(denied);

/** Looks where the phone is when the page opens, only where the person has allowed it before, and where there is something to measure. */
export function usePlaceIfAllowed(wanted: boolean): void {
  useEffect(() => {
    if (wanted && performance.now() - foundAt >= FRESH_MS) void isGranted().then((granted) => granted && askPlace());
  }, [wanted]);
}
