import { useCallback, useEffect, useRef, useState } from 'react';

const STEP = 15;

/** Draws the beginning of a long list and the next part when its end comes near: three hundred rows at once are slow on a cheap phone. */
export function useGrowing(total: number, key: string) {
  const [grown, setGrown] = useState({ key, shown: STEP });
  const shown = grown.key === key ? grown.shown : STEP;
  const end = useRef<HTMLLIElement>(null);
  const reach = useCallback((count: number) => setGrown((old) => ({ key, shown: Math.max(old.key === key ? old.shown : STEP, count) })), [key]);
  useEffect(() => {
    const last = end.current;
    if (!last || shown >= total) return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && reach(shown + STEP), { rootMargin: '600px' });
    watcher.observe(last);
    return () => watcher.disconnect();
  }, [shown, total, reach]);
  return { shown: Math.min(shown, total), end, reach };
}
