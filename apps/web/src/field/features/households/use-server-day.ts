import { shanghaiDate } from '#domain';
import { useSyncState } from '../../store/index.js';

/** Day in Asia/Shanghai by the clock of the server as far as it is known: deadlines do not hang on the clock of the phone. */
export function useServerDay(): string {
  const { serverTimeOffset } = useSyncState();
  return shanghaiDate(new Date(Date.now() + serverTimeOffset));
}
