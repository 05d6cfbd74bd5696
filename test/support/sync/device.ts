import { codeListVersion, Outbox, SYNC_SCHEMA_VERSION, uuidV7, type Draft, type Operation, type OperationKind, type OperationResult } from '#domain';
import type { TestClient } from '../client.js';

/** What carries a request to the server; throws when the connection is cut. */
export type Transport = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<{ status: number; body: Record<string, unknown> }>;

export interface Work {
  readonly kind: OperationKind;
  readonly entityId: string;
  readonly payload: Record<string, unknown>;
  readonly baseVersion?: number;
}

/**
 * A phone as the server sees it: registers, does work while offline, sends it in batches, believes nothing but answers for good.
 * Its outbox is also its ledger.
 */
export class SimulatedDevice {
  readonly installationId = uuidV7();
  id = '';
  epoch: string | undefined;
  outbox = new Outbox('');

  constructor(
    private readonly transport: Transport,
    /** Milliseconds by which the clock of the phone is wrong. */
    private readonly skew = 0,
    readonly appVersion = '1.0.0',
  ) {}

  /** Registers; after a restore the same installation is known or becomes a new device. */
  async register(): Promise<void> {
    const answer = await this.transport('POST', '/sync/devices', { installationId: this.installationId, appVersion: this.appVersion, firstSeq: this.outbox.heldFrom() });
    if (answer.status !== 201) throw new Error(`registration answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    this.id = String(answer.body['id']);
    this.epoch = String(answer.body['epoch']);
    this.outbox.moveTo(this.id);
  }

  /** Work done now, by the phone's own clock. */
  do({ kind, entityId, payload, baseVersion }: Work): Operation {
    const draft: Draft = {
      opId: uuidV7(), kind, entityId, payload, baseVersion, occurredAt: new Date(Date.now() + this.skew).toISOString(), schemaVersion: SYNC_SCHEMA_VERSION, codeListVersion,
    };
    return this.outbox.add(draft);
  }

  /** Sends these operations and takes in the answers; what the server says of itself is obeyed. */
  async send(operations: readonly Operation[], transport: Transport = this.transport): Promise<readonly OperationResult[]> {
    const answer = await transport('POST', '/sync/operations', {
      appVersion: this.appVersion, epoch: this.epoch, operations,
      ...(this.id === '' ? {} : { device: { deviceId: this.id, heldFrom: this.outbox.heldFrom(), pendingOperations: this.outbox.waiting().length } }),
    });
    if (answer.status === 409 && answer.body['code'] === 'sync.epoch-changed') {
      this.epoch = String((answer.body['params'] as Record<string, unknown>)['epoch']);
      this.outbox.sendAgain();
      return [];
    }
    if (answer.status !== 200) throw new Error(`sending answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    const results = answer.body['results'] as OperationResult[];
    this.outbox.answer(results);
    if (results.some((result) => result.code === 'sync.device-unknown')) await this.register();
    return results;
  }

  /** Sends until nothing waits. @throws Error when the server does not get further in `rounds` rounds */
  async drain(batch = 100, rounds = 50): Promise<void> {
    for (let round = 0; this.outbox.waiting().length > 0; round += 1) {
      if (round === rounds) throw new Error(`still waiting: ${JSON.stringify(this.outbox.waiting().slice(0, 2))}`);
      await this.send(this.outbox.batch(batch));
    }
  }
}

/** Carries requests of a signed-in user into the application in process. */
export const clientTransport = (client: TestClient): Transport => async (method, path, body) => {
  const answer = method === 'GET' ? await client.get(path) : await client.post(path, { body });
  return { status: answer.status, body: answer.body };
};
