import { useQuery } from '@tanstack/react-query';
import type { LocalText } from '#domain';
import { packsQuery } from './cases.api.js';

/** Names of the procedures by code; the newest version names it. */
export function usePackNames(): ReadonlyMap<string, LocalText> {
  const packs = useQuery(packsQuery).data ?? [];
  return new Map([...packs].reverse().map((pack) => [pack.code, pack.name]));
}
