import { useEffect, useRef, useState } from 'react';
import { better, isGoodEnough, LONGEST_MS, positionOf } from './best-fix.js';
import type { Position } from '../../store/types.js';

export type PositionState = 'idle' | 'searching' | 'done' | 'denied';

/** Whether the person has allowed positions before; asks nobody. */
export async function isGranted(): Promise<boolean> {
  const permissions = navigator.permissions as Permissions | undefined;
  const status = await permissions?.query({ name: 'geolocation' }).catch(() => null);
  return status?.state === 'granted';
}

/**
 * Looks where the phone is, for a minute at most or until it is known to 30 m, and tells every better fix. It begins by itself
 * only where the person has allowed it before; nothing is followed after that. `fresh` takes no fix from before it was asked.
 */
export function usePosition({ wanted, onFound, fresh = false }: { wanted: boolean; onFound: (position: Position) => void; fresh?: boolean }): { state: PositionState; start: () => void } {
  const [asked, setAsked] = useState(false);
  const [state, setState] = useState<PositionState>('idle');
  const tell = useRef(onFound);
  tell.current = onFound;
  useEffect(() => {
    if (wanted) void isGranted().then((granted) => granted && setAsked(true));
  }, [wanted]);
  useEffect(() => {
    if (!wanted || !asked) return;
    const service = navigator.geolocation as Geolocation | undefined;
    if (!service) return setState('denied');
    let best: Position | null = null;
    setState('searching');
    const watch = service.watchPosition(({ coords }) => {
      const found = better(best, positionOf(coords));
      if (found !== best) tell.current(found);
      best = found;
      if (isGoodEnough(found)) stop();
    }, ({ code }) => code === 1 && setState('denied'), { enableHighAccuracy: true, maximumAge: fresh ? 0 : 30_000 });
    const timer = setTimeout(() => stop(), LONGEST_MS);
    const stop = () => {
      service.clearWatch(watch);
      clearTimeout(timer);
      setState('done');
    };
    return () => {
      service.clearWatch(watch);
      clearTimeout(timer);
    };
  }, [wanted, asked, fresh]);
  return { state, start: () => setAsked(true) };
}
