import { shanghaiDate } from '#domain';
import { useSyncState } from '../../store/index.js';

/** Today by the clock of the server, as far as this phone knows it. */
export function useToday(): string {
  const { serverTimeOffset } = useSyncState();
  return shanghaiDate(new Date(Date.now() + serverTimeOffset));
}
