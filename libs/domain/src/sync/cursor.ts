import { isUuid } from '../values/uuid-v7.js';

/** Up to where a device has seen a village: every transaction below `xid` is in what it holds. */
export interface SyncCursor {
  /** Epoch of the server; another one after a restore. */
  readonly epoch: string;
  readonly village: string;
  /** Oldest transaction that was still running when the changes were read. */
  readonly xid: number;
  /** Milliseconds since 1970 by the server's clock, for the age of the cursor. */
  readonly at: number;
}

/** Text that a device carries without reading it. */
export function formatSyncCursor({ epoch, village, xid, at }: SyncCursor): string {
  return ['v1', epoch, village, xid, at].join('.');
}

/** Null for anything that this server did not write. */
export function parseSyncCursor(text: string): SyncCursor | null {
  const [version, epoch = '', village = '', xid = '', at = '', ...rest] = text.split('.');
  if (version !== 'v1' || rest.length > 0 || !isUuid(epoch) || !/^\d{12}$/.test(village) || !/^\d{1,15}$/.test(xid) || !/^\d{1,15}$/.test(at)) return null;
  return { epoch, village, xid: Number(xid), at: Number(at) };
}
