import { codeListVersion, Outbox, SYNC_SCHEMA_VERSION, uuidV7, type Operation, type OperationKind, type OperationResult } from '#domain';
import type { Client } from './client.js';
import { expect } from './deviation.js';

const APP_VERSION = '1.0.0';

export interface Work {
  readonly kind: OperationKind;
  readonly entityId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly baseVersion?: number;
}

/** What the chapters read of a village's pack. */
export interface PackBody {
  readonly cursor: string;
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** A phone that works without a network: what is done waits in its outbox, which is the same code that a real one runs. */
export class Phone {
  private outbox: Outbox;

  private constructor(
    readonly owner: Client,
    private readonly deviceId: string,
    private readonly epoch: string,
  ) {
    this.outbox = new Outbox(deviceId);
  }

  static async register(owner: Client, label: string): Promise<Phone> {
    const { id, epoch } = await owner.post<{ id: string; epoch: string }>('/sync/devices', { installationId: uuidV7(), appVersion: APP_VERSION, label }, 201);
    return new Phone(owner, id, epoch);
  }

  /** The village as it is taken along. */
  pack(village: string): Promise<PackBody> {
    return this.owner.get<PackBody>(`/sync/snapshot?village=${village}&device=${this.deviceId}&appVersion=${APP_VERSION}`);
  }

  /** Done now, sent later. */
  work({ kind, entityId, payload, baseVersion }: Work, occurredAt: string): Operation {
    return this.outbox.add({ opId: uuidV7(), kind, entityId, payload, baseVersion, occurredAt, schemaVersion: SYNC_SCHEMA_VERSION, codeListVersion });
  }

  waiting(): Operation[] {
    return this.outbox.batch(100);
  }

  /** Sends what waits, in order, and takes in the answers. */
  async send(operations: readonly Operation[] = this.waiting()): Promise<readonly OperationResult[]> {
    const device = { deviceId: this.deviceId, heldFrom: this.outbox.heldFrom(), pendingOperations: this.outbox.waiting().length };
    const { results } = await this.owner.post<{ results: OperationResult[] }>('/sync/operations', { appVersion: APP_VERSION, epoch: this.epoch, device, operations });
    expect(results.length === operations.length, 'every operation should be answered');
    this.outbox.answer(results);
    return results;
  }
}
