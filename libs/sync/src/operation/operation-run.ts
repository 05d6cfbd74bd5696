import { Injectable, Logger } from '@nestjs/common';
import { codeLengths, codeListVersion, holds, isProblem, operationKinds, parseCaseId, problem, upgradePayload, type Operation, type OperationResult, type Problem } from '#domain';
import { Db, type Actor } from '#platform';
import type { DeviceRow } from '../device/device.queries.js';
import { OperationHandlers } from '../kind/operation-handlers.js';
import type { Incoming } from '../kind/operation-handler.js';
import { OperationStore, storedAnswer, unstored } from './operation-store.js';

/** Passing trouble: nothing is wrong with the operation. */
const PASSING = new Set<string>(['not-ready', 'timeout', 'busy', 'rate-limited', 'stale-version', 'sync.server-too-old']);

export interface Sender {
  readonly actor: Actor;
  readonly requestId: string;
}

/** One operation, one transaction: its place in the line, its effect, its answer and their audit, all or nothing. */
@Injectable()
export class OperationRun {
  private readonly log = new Logger(OperationRun.name);

  constructor(
    private readonly db: Db,
    private readonly store: OperationStore,
    private readonly handlers: OperationHandlers,
  ) {}

  /** Answers one operation of the actor's own device. Never throws: what cannot be answered for good is a `retry`. */
  async answer(sender: Sender, operation: Operation, device: DeviceRow): Promise<OperationResult> {
    let mistakes = 0;
    for (;;) {
      try {
        return await this.db.run(sender, () => this.apply(sender.actor, operation, device));
      } catch (error) {
        if (isProblem(error)) return this.refuse(sender, operation, device, error);
        mistakes += 1;
        if (mistakes < 2) continue;
        // A mistake of ours must not hold up the device for ever: the work is kept, the next one goes on.
        this.log.error({ requestId: sender.requestId, opId: operation.opId, kind: operation.kind, error: error instanceof Error ? error.stack : typeof error }, 'operation failed twice');
        return this.refuse(sender, operation, device, problem('sync.poison'));
      }
    }
  }

  /** Keeps an operation that may not be carried out, and uses up its number. */
  async refuse(sender: Sender, operation: Operation, device: DeviceRow, refusal: Problem): Promise<OperationResult> {
    if (PASSING.has(refusal.code)) return unstored(operation, 'retry', refusal);
    try {
      return await this.db.run(sender, async () => {
        if (refusal.code === 'sync.operation-known' || !(await this.store.takeTurn(operation, device))) return this.known(operation, device);
        if (await this.store.find(device, operation.opId)) return this.known(operation, device);
        return this.kept(operation, device, refusal, operation.deviceSeq);
      });
    } catch (error) {
      return unstored(operation, 'retry', isProblem(error) ? error : problem('not-ready'));
    }
  }

  /** Keeps what somebody else handed in for a device; the device's own numbering is left alone. */
  async keepForeign(sender: Sender, operation: Operation, device: DeviceRow, refusal: Problem): Promise<OperationResult> {
    try {
      return await this.db.run(sender, async () => {
        const stored = await this.store.find(device, operation.opId);
        return stored ? this.again(operation, stored) : this.kept(operation, device, refusal, null);
      });
    } catch {
      return unstored(operation, 'retry', 'not-ready');
    }
  }

  private async kept(operation: Operation, device: DeviceRow, refusal: Problem, seq: number | null): Promise<OperationResult> {
    const result = await this.store.refused(operation, device, refusal, seq);
    await this.handlers.refused({ operation, author: { userId: device.user_id, name: device.user_name }, refusal });
    return result;
  }

  private async apply(actor: Actor, operation: Operation, device: DeviceRow): Promise<OperationResult> {
    if (!(await this.store.takeTurn(operation, device))) return this.known(operation, device);
    const incoming = this.incoming(actor, operation, device);
    const outcome = await this.handlers.of(operation.kind).apply(incoming).catch((error: unknown) => {
      throw withHint(operation, error);
    });
    return this.store.done(operation, device, outcome);
  }

  private incoming(actor: Actor, operation: Operation, device: DeviceRow): Incoming {
    if (!holds(actor.role, operationKinds[operation.kind].permission)) throw problem('forbidden', { permission: operationKinds[operation.kind].permission });
    const payload = upgradePayload(operation);
    if (payload === 'too-new') throw problem('sync.server-too-old');
    if (payload === 'too-old') throw problem('sync.schema-too-old');
    const entity = parseCaseId(operation.entityId);
    if (!entity || !belongs(entity.countyCode, device)) throw problem('sync.wrong-county');
    return { operation, entity, payload };
  }

  /** Not the next one: a resend, one above a gap, or a number that is taken. */
  private async known(operation: Operation, device: DeviceRow): Promise<OperationResult> {
    const stored = await this.store.find(device, operation.opId);
    const expected = await this.store.expectedSeq(device);
    if (stored) {
      // Sent again under a new number: the number is used up, or the next one would wait for it for ever.
      if (operation.deviceSeq === expected) await this.store.takeTurn(operation, device);
      return this.again(operation, stored);
    }
    if (operation.deviceSeq > expected) {
      await this.store.sawNumber(operation, device);
      return unstored(operation, 'retry', 'sync.gap', expected);
    }
    return unstored(operation, 'retry', operation.deviceSeq === expected ? 'busy' : 'sync.sequence-taken', expected);
  }

  private again(operation: Operation, stored: Parameters<typeof storedAnswer>[1]): OperationResult {
    return stored.content_hash === this.store.hash(operation) ? storedAnswer(operation, stored) : unstored(operation, 'rejected', 'sync.operation-mismatch');
  }
}

/** The device's own county; of a device above the counties (an inspector's) each county of its territory. */
function belongs(county: string, { county_code: own, division_code: division }: DeviceRow): boolean {
  return division.length < codeLengths.county ? county.startsWith(division) : county === own;
}

/** A value that today's lists refuse, from a device with yesterday's, is told apart from a mistake. */
function withHint(operation: Operation, error: unknown): unknown {
  const outdated = operation.codeListVersion !== undefined && operation.codeListVersion !== codeListVersion;
  if (!outdated || !isProblem(error) || error.code !== 'validation') return error;
  const fields = (error.params['fields'] as { faults?: string[] }[] | undefined) ?? [];
  return fields.some((field) => field.faults?.includes('code')) ? problem('sync.code-list-outdated', error.params) : error;
}
