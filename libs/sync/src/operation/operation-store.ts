import { Injectable } from '@nestjs/common';
import { isProblem, operationContent, parseCaseId, problem, readTime, stableText, type FinalStatus, type Operation, type OperationResult, type Problem } from '#domain';
import { CryptoProvider, currentContext, Db, registerConstraints } from '#platform';
import type { DeviceRow } from '../device/device.queries.js';
import type { Outcome } from '../kind/operation-handler.js';
import * as sql from './operation.queries.js';

registerConstraints({ sync_operation_pk: 'sync.operation-known', sync_operation_seq: 'sync.operation-known' });

const DAY = 86_400_000;

/** Answers that are for good, one row each; a resend reads its answer here. */
@Injectable()
export class OperationStore {
  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
  ) {}

  /** Keyed, because a payload may hold a document number. */
  hash(operation: Operation): string {
    return this.crypto.blindIndex('sync-operation', operationContent(operation));
  }

  /** True when the operation is exactly the next one of its device; its number is used up with the commit. */
  async takeTurn(operation: Operation, device: DeviceRow): Promise<boolean> {
    return (await this.db.query(sql.takeTurn, [device.county_code, device.id, operation.deviceSeq])).length === 1;
  }

  find(device: DeviceRow, opId: string): Promise<sql.StoredOperation | null> {
    return this.db.maybeOne<sql.StoredOperation>(sql.findOperation, [device.county_code, opId]);
  }

  async expectedSeq(device: DeviceRow): Promise<number> {
    const line = await this.db.maybeOne<{ last_seq: number }>(sql.lineOf, [device.county_code, device.id]);
    return (line?.last_seq ?? 0) + 1;
  }

  async sawNumber(operation: Operation, device: DeviceRow): Promise<void> {
    await this.db.query(sql.sawNumber, [device.county_code, device.id, operation.deviceSeq]);
  }

  async done(operation: Operation, device: DeviceRow, outcome: Outcome): Promise<OperationResult> {
    const contested = outcome.contested ?? [];
    const status = contested.length > 0 ? 'conflict' : 'applied';
    const { kept } = outcome;
    const result = { version: outcome.version, ...(contested.length > 0 ? { contested } : {}), ...(kept ? { code: kept.code, title: kept.zh, titleEn: kept.en } : {}) };
    await this.write(operation, device, { status, code: kept?.code ?? null, result, payload: null, householdId: outcome.householdId ?? null, seq: operation.deviceSeq });
    return { opId: operation.opId, deviceSeq: operation.deviceSeq, status, ...result };
  }

  /** Keeps refused work with its reason; `seq` null when it was not handed in by its own device's owner. */
  async refused(operation: Operation, device: DeviceRow, refusal: Problem, seq: number | null): Promise<OperationResult> {
    const fields = Array.isArray(refusal.params['fields']) ? (refusal.params['fields'] as unknown[]) : undefined;
    const result = { title: refusal.zh, titleEn: refusal.en, ...(fields ? { fields } : {}) };
    await this.write(operation, device, { status: 'rejected', code: refusal.code, result, payload: stableText(operation.payload), householdId: null, seq });
    return { opId: operation.opId, deviceSeq: operation.deviceSeq, status: 'rejected', code: refusal.code, ...result };
  }

  private async write(
    operation: Operation,
    device: DeviceRow,
    answer: { status: FinalStatus; code: string | null; result: object; payload: string | null; householdId: string | null; seq: number | null },
  ): Promise<void> {
    const occurred = readTime(operation.occurredAt);
    const { now } = currentContext();
    await this.db.query(sql.storeOperation, [
      device.county_code, operation.opId, device.village_code, device.id, answer.seq, operation.kind, parseCaseId(operation.entityId)?.id ?? null, operation.baseVersion ?? null,
      occurred === null ? null : new Date(occurred).toISOString(), occurred === null || Math.abs(occurred - now.getTime()) > DAY,
      operation.schemaVersion, operation.codeListVersion ?? null, this.hash(operation), answer.status, answer.code, JSON.stringify(answer.result),
      answer.payload === null ? null : this.crypto.encrypt('sync_operation', 'payload_enc', operation.opId, answer.payload), answer.householdId,
    ]);
  }
}

/** The stored answer as a resend gets it. */
export function storedAnswer(operation: Operation, stored: sql.StoredOperation): OperationResult {
  const same = { opId: operation.opId, deviceSeq: operation.deviceSeq, ...stored.result };
  return stored.status === 'rejected' ? { ...same, status: 'rejected', code: stored.code ?? undefined } : { ...same, status: 'duplicate', first: stored.status };
}

/** An answer that was not stored. */
export function unstored(operation: { readonly opId: string; readonly deviceSeq: number }, status: 'retry' | 'rejected', refusal: Problem | Parameters<typeof problem>[0], expectedSeq?: number): OperationResult {
  const found = isProblem(refusal) ? refusal : problem(refusal);
  return {
    opId: operation.opId, deviceSeq: operation.deviceSeq, status, code: found.code, title: found.zh, titleEn: found.en,
    ...(expectedSeq === undefined ? {} : { expectedSeq }),
  };
}
