import type { Operation, OperationResult, OperationStatus } from './operation.js';

/** What a device knows of one of its operations. */
export interface OutboxEntry {
  readonly operation: Operation;
  readonly state: 'waiting' | 'done' | 'refused';
  readonly status: OperationStatus | null;
  readonly code: string | null;
}

/** An operation as the person made it; number and device are the outbox's business. */
export type Draft = Omit<Operation, 'deviceId' | 'deviceSeq'>;

/**
 * The outbox of a device, and at the same time its ledger: what was done here, what the server has answered. Nothing leaves it
 * before the server has answered for good, and done work stays in it for a while, so that a restored server gets it again.
 */
export class Outbox {
  private entries: OutboxEntry[] = [];
  private nextSeq = 1;

  constructor(private deviceId: string) {}

  /** The outbox as it was stored: entries in the order of their numbers, and the number that comes next. */
  static restore(deviceId: string, entries: readonly OutboxEntry[], nextSeq: number): Outbox {
    const outbox = new Outbox(deviceId);
    outbox.entries = [...entries];
    outbox.nextSeq = nextSeq;
    return outbox;
  }

  /** Number that the next piece of work gets. */
  next(): number {
    return this.nextSeq;
  }

  add(draft: Draft): Operation {
    const operation: Operation = { ...draft, deviceId: this.deviceId, deviceSeq: this.nextSeq };
    this.nextSeq += 1;
    this.entries.push({ operation, state: 'waiting', status: null, code: null });
    return operation;
  }

  /** Next operations to send, in order. */
  batch(limit: number): Operation[] {
    return this.waiting().slice(0, limit).map((entry) => entry.operation);
  }

  waiting(): OutboxEntry[] {
    return this.entries.filter((entry) => entry.state === 'waiting');
  }

  all(): readonly OutboxEntry[] {
    return this.entries;
  }

  /** Lowest number that the device still holds; the server need not wait for an older one. */
  heldFrom(): number {
    return this.entries[0]?.operation.deviceSeq ?? this.nextSeq;
  }

  /** Takes in the server's answers. A `retry` leaves the work where it is; a number that is taken is given anew. */
  answer(results: readonly OperationResult[]): void {
    const byId = new Map(results.map((result) => [result.opId, result]));
    this.entries = this.entries.map((entry) => settle(entry, byId.get(entry.operation.opId)));
    const taken = results.find((result) => result.status === 'retry' && result.code === 'sync.sequence-taken');
    if (taken?.expectedSeq !== undefined) this.renumber(taken.expectedSeq);
  }

  /** The server was restored from a backup: everything still held goes out once more. */
  sendAgain(): void {
    this.entries = this.entries.map((entry) => ({ ...entry, state: 'waiting' }));
  }

  /** The server does not know the device any more; it was registered anew. */
  moveTo(deviceId: string): void {
    this.deviceId = deviceId;
    this.entries = this.entries.map((entry) => ({ ...entry, operation: { ...entry.operation, deviceId } }));
  }

  /** Drops what was done and is older than the server may be restored to. */
  forget(upToSeq: number): void {
    this.entries = this.entries.filter((entry) => entry.state === 'waiting' || entry.operation.deviceSeq > upToSeq);
  }

  private renumber(from: number): void {
    let seq = Math.max(from, 1);
    this.entries = this.entries.map((entry) => (entry.state === 'waiting' ? { ...entry, operation: { ...entry.operation, deviceSeq: seq++ } } : entry));
    this.nextSeq = Math.max(seq, from);
  }
}

function settle(entry: OutboxEntry, result: OperationResult | undefined): OutboxEntry {
  if (!result || entry.state !== 'waiting') return entry;
  if (result.status === 'retry') return { ...entry, code: result.code ?? null };
  const status = result.status === 'duplicate' ? (result.first ?? 'applied') : result.status;
  return { ...entry, state: status === 'rejected' ? 'refused' : 'done', status, code: result.code ?? null };
}
