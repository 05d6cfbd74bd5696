import Dexie, { type EntityTable } from 'dexie';
import type { OperationKind, OperationStatus } from '#domain';
import type { Bytes } from './crypto.js';
import type { SealedKey } from './seal.js';
import type { Reason } from './types.js';

/** A household (`h:…`), the index of a village (`i:…`), the rows of no household (`v:…`) or the reference (`r`), encrypted. */
export interface BlobRow {
  key: string;
  village: string;
  body: Bytes;
}

export interface VillageRow {
  code: string;
  name: string;
  cursor: string;
  households: number;
  fetchedAt: number;
  serverTime: string;
  bytes: number;
}

export interface DraftRow {
  key: string;
  savedAt: number;
  body: Bytes;
}

/** Encrypted under a key of its own; that key lies here wrapped for this phone and, apart, for the server. */
export interface Sealable {
  body: Bytes;
  forPhone: Bytes;
  forServer: SealedKey | null;
  signature: string | null;
  signer: string | null;
  /** Which data key of the user wraps `forPhone`; an older one cannot be opened any more, only the server can. */
  generation: number;
}

export interface OutboxRow extends Sealable {
  opId: string;
  seq: number;
  state: 'waiting' | 'done' | 'refused';
  status: OperationStatus | null;
  kind: OperationKind;
  entityId: string;
  baseVersion?: number;
  occurredAt: string;
  schemaVersion: number;
  householdId: string | null;
  village: string | null;
  createdAt: number;
  size: number;
  reason: Reason | null;
  answeredAt: number | null;
  /** Refused, and what became of it is known; the words lie encrypted apart. */
  settled?: boolean;
  /** Refused, and done again: the new work is a row of its own. */
  redone?: boolean;
  /** The rows of the village have been fetched since it was done. */
  merged: boolean;
  practice: boolean;
  /** Handed in for its author by somebody else. */
  carriedAt: number | null;
}

export interface PhotoRow extends Sealable {
  id: string;
  owner: string;
  opId: string | null;
  householdId: string | null;
  state: 'kept' | 'waiting' | 'sent' | 'refused';
  size: number;
  takenAt: number;
  thumbnail: Bytes;
  sentAt: number | null;
  carriedAt: number | null;
}

export interface StateRow {
  key: string;
  value: unknown;
}

/** What one person has on this phone. Ids, times and states in clear, everything else encrypted. */
export class FieldDatabase extends Dexie {
  blobs!: EntityTable<BlobRow, 'key'>;
  villages!: EntityTable<VillageRow, 'code'>;
  drafts!: EntityTable<DraftRow, 'key'>;
  outbox!: EntityTable<OutboxRow, 'opId'>;
  photos!: EntityTable<PhotoRow, 'id'>;
  state!: EntityTable<StateRow, 'key'>;

  constructor(userId: string) {
    super(`bangfu-field-${userId}`, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ blobs: 'key, village', villages: 'code', drafts: 'key', outbox: 'opId, seq, state', photos: 'id, owner, opId, state', state: 'key' });
    this.on('versionchange', () => this.close());
  }

  async read<T>(key: string): Promise<T | undefined> {
    return (await this.state.get(key))?.value as T | undefined;
  }
}
