import { Injectable } from '@nestjs/common';
import { checkEnvelope, MAX_OPERATION_CHARACTERS, parseCaseId, problem, uuidV7, type CaseId, type EnvelopeIdentity, type Operation, type OperationKind, type OperationResult } from '#domain';
import { Db } from '#platform';
import { findDevices, insertGap, reportLine, skipTo, type DeviceRow, type ServerRow } from '../device/device.queries.js';
import { ServerGate } from '../device/server-gate.js';
import { OperationRun, type Sender } from './operation-run.js';
import { unstored } from './operation-store.js';

/** What a device says of itself with a sending. */
export interface DeviceReport {
  /** `county-uuid`. */
  readonly deviceId: CaseId;
  readonly heldFrom?: number;
  readonly pendingOperations?: number;
  readonly pendingFiles?: number;
  readonly oldestPendingSeconds?: number;
}

export interface Sending {
  readonly appVersion?: string;
  readonly epoch?: string;
  readonly report?: DeviceReport;
  readonly operations: readonly unknown[];
}

export interface Answers {
  readonly server: ServerRow;
  readonly results: readonly OperationResult[];
}

/** Takes up to a hundred operations, in their order, each by itself. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly db: Db,
    private readonly gate: ServerGate,
    private readonly runs: OperationRun,
  ) {}

  /** @throws `sync.client-too-old`, `sync.epoch-changed`; never because of a single operation */
  async take(sender: Sender, sending: Sending): Promise<Answers> {
    const checked = sending.operations.map((given) => checkEnvelope(given));
    const named = [...checked.flatMap((check) => (check.operation ?? check.identity)?.deviceId ?? []).map(parseCaseId), sending.report?.deviceId];
    const { server, devices } = await this.look(sender, sending, named.filter((id) => id !== undefined));
    if (sending.report) await this.hear(sender, sending.report, devices);
    const results: OperationResult[] = [];
    const stalled = new Map<string, number | undefined>();
    for (const [index, check] of checked.entries()) {
      const operation = check.operation ?? malformed(check.identity, sending.operations[index]);
      if (!operation) {
        results.push({ opId: null, deviceSeq: null, status: 'rejected', code: 'sync.malformed', title: problem('sync.malformed').zh, titleEn: problem('sync.malformed').en, fields: check.faults ?? [] });
        continue;
      }
      // Behind one that must be sent again there is a gap: nothing of that device can be next.
      if (stalled.has(operation.deviceId)) {
        results.push(unstored(operation, 'retry', 'sync.gap', stalled.get(operation.deviceId)));
        continue;
      }
      const result = await this.one(sender, operation, devices.get(operation.deviceId), check.faults);
      if (result.status === 'retry') stalled.set(operation.deviceId, result.expectedSeq ?? operation.deviceSeq);
      results.push(result);
    }
    return { server, results };
  }

  private async one(sender: Sender, operation: Operation, device: DeviceRow | undefined, faults: readonly string[] | null): Promise<OperationResult> {
    if (!device) return unstored(operation, 'retry', 'sync.device-unknown');
    const { actor } = sender;
    // The rows of a device lie where it was registered, also when its owner works elsewhere now. Nothing but the kept work is written there.
    const there: Sender = { ...sender, actor: { ...actor, scope: device.division_code } };
    if (device.user_id !== actor.userId) return this.runs.keepForeign(sender, operation, device, problem('sync.foreign-device'));
    if (device.revoked_at !== null) return this.runs.refuse(there, operation, device, problem('sync.device-revoked', { wipe: true }));
    if (device.grant_id !== actor.grantId) {
      return device.grant_live ? unstored(operation, 'retry', 'sync.other-grant') : this.runs.refuse(there, operation, device, problem('sync.scope-ended'));
    }
    if (faults) return this.runs.refuse(sender, operation, device, problem('sync.malformed', { fields: faults.map((field) => ({ field, faults: ['malformed'] })) }));
    return this.runs.answer(sender, operation, device);
  }

  private look(sender: Sender, sending: Sending, ids: readonly CaseId[]): Promise<{ server: ServerRow; devices: Map<string, DeviceRow> }> {
    return this.db.run({ ...sender, readOnly: true }, async () => {
      const server = await this.gate.pass(sending);
      const rows = await this.db.query<DeviceRow>(findDevices, [ids.map((id) => id.countyCode), ids.map((id) => id.id)]);
      return { server, devices: new Map(rows.map((row) => [`${row.county_code}-${row.id}`, row])) };
    });
  }

  /** Writes down what the device says of itself, and which numbers will never come. */
  private async hear(sender: Sender, report: DeviceReport, devices: Map<string, DeviceRow>): Promise<void> {
    const { countyCode, id } = report.deviceId;
    const device = devices.get(`${countyCode}-${id}`);
    if (!device || device.user_id !== sender.actor.userId || device.revoked_at !== null || device.grant_id !== sender.actor.grantId) return;
    await this.db.run(sender, async () => {
      await this.db.query(reportLine, [countyCode, id, null, report.pendingOperations ?? null, report.pendingFiles ?? null, report.oldestPendingSeconds ?? null, 0]);
      const heldFrom = report.heldFrom ?? 1;
      if (heldFrom <= (device.last_seq ?? 0) + 1) return;
      const skipped = await this.db.maybeOne<{ last_seq: number }>(skipTo, [countyCode, id, heldFrom]);
      if (skipped) await this.db.query(insertGap, [countyCode, uuidV7(), device.village_code, id, skipped.last_seq + 1, heldFrom - 1]);
    });
  }
}

/** A broken operation that says which one it is, so that its rejection is stored under its number, with what was sent. */
function malformed(identity: EnvelopeIdentity | null, given: unknown): Operation | null {
  if (!identity) return null;
  const text = JSON.stringify(given).replaceAll(/\\u0000/g, '').slice(0, MAX_OPERATION_CHARACTERS);
  return { ...identity, kind: 'malformed' as OperationKind, entityId: '', occurredAt: '', schemaVersion: 0, payload: { given: text } };
}
