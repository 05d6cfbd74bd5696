import { Injectable } from '@nestjs/common';
import { contains, formatSyncCursor, parseSyncCursor, problem, shanghaiDate, SYNC_SCHEMA_VERSION, type CaseId, type SyncCursor } from '#domain';
import { AccessLog, currentContext, Db } from '#platform';
import { DeviceService } from '../device/device.service.js';
import type { ServerRow } from '../device/device.queries.js';
import { ServerGate } from '../device/server-gate.js';
import { readPosition, villageName, type PositionRow } from './change.queries.js';
import { readPack } from './collections.js';
import { ReferenceData } from './reference-data.js';

/** Years that travel, this one included, and days for which visits do. */
const YEARS = 5;
const VISIT_DAYS = 400;
/** Everything: no distance between two transactions is longer. */
const ALL = 4_294_967_295;
/** Beyond this the village is sent whole: the distance of transactions must stay well below where their numbers wrap. */
const LONGEST = 1_000_000_000;
const DAY = 86_400_000;

export interface PackQuestion {
  readonly device: CaseId;
  readonly village: string;
  readonly appVersion?: string;
}

/** Sent to a device as JSON text; `resync` means: fetch the whole village. */
export type Changes = { readonly resync: string } | { readonly cursor: string; readonly body: string };

/** The village as its devices hold it: whole, or what changed since a cursor. Runs in a transaction that sees one moment. */
@Injectable()
export class PackReader {
  constructor(
    private readonly db: Db,
    private readonly gate: ServerGate,
    private readonly devices: DeviceService,
    private readonly reference: ReferenceData,
    private readonly access: AccessLog,
  ) {}

  /** The whole village with rules, parameters, measures and code lists. @throws `not-found` outside the territory */
  async snapshot(question: PackQuestion): Promise<string> {
    const server = await this.admit(question);
    const position = await this.db.one<PositionRow>(readPosition);
    const years = this.years();
    const reference = await this.reference.read(question.village.slice(0, 6), years);
    const pack = await this.pack(question.village, position, { back: ALL, whole: true });
    await this.recordRead('sync.snapshot', question.village);
    return this.answer(server, question.village, position, { whole: true, years, reference: JSON.stringify(reference), pack });
  }

  /** What changed since the cursor; no transaction that was running when the cursor was given can be skipped. */
  async changes(question: PackQuestion, text: string): Promise<Changes> {
    const server = await this.admit(question);
    const position = await this.db.one<PositionRow>(readPosition);
    const cursor = parseSyncCursor(text);
    const reason = this.resync(cursor, question, server, position);
    if (reason !== null || cursor === null) return { resync: reason ?? 'cursor' };
    const back = position.next - cursor.xid;
    const years = this.years();
    const renew = await this.reference.changedSince(position.next, back);
    const reference = renew ? JSON.stringify(await this.reference.read(question.village.slice(0, 6), years)) : 'null';
    const pack = await this.pack(question.village, position, { back, whole: false });
    // An answer without a row shows nobody's data.
    if (pack.includes('"id"') || pack.includes('"householdId"')) await this.recordRead('sync.changes', question.village);
    return { cursor: this.cursor(server, question.village, position), body: this.answer(server, question.village, position, { whole: false, years, reference, pack }) };
  }

  private async admit({ device, village, appVersion }: PackQuestion): Promise<ServerRow> {
    const server = await this.gate.pass({ appVersion });
    await this.devices.speaking(device);
    const { actor, today } = currentContext();
    if (actor.scope === null || !contains(actor.scope, village)) throw problem('not-found');
    if (!(await this.db.maybeOne(villageName, [village, today]))) throw problem('not-found');
    return server;
  }

  private resync(cursor: SyncCursor | null, question: PackQuestion, server: ServerRow, position: PositionRow): string | null {
    if (cursor === null) return 'cursor';
    if (cursor.epoch !== server.epoch) return 'epoch';
    if (cursor.village !== question.village) return 'village';
    if (position.at - cursor.at > server.cursor_days * DAY) return 'age';
    return cursor.xid > position.next || position.next - cursor.xid > LONGEST ? 'distance' : null;
  }

  private async pack(village: string, position: PositionRow, { back, whole }: { back: number; whole: boolean }): Promise<string> {
    const { now } = currentContext();
    const first = shanghaiDate(new Date(now.getTime() - VISIT_DAYS * DAY));
    const row = await this.db.one<{ pack: string }>(readPack, [village.slice(0, 6), village, position.next, back, Math.min(...this.years()), whole, first]);
    return row.pack;
  }

  private answer(server: ServerRow, village: string, position: PositionRow, parts: { whole: boolean; years: readonly number[]; reference: string; pack: string }): string {
    const head = {
      cursor: this.cursor(server, village, position), epoch: server.epoch, village, whole: parts.whole, serverTime: server.now.toISOString(), schemaVersion: SYNC_SCHEMA_VERSION,
      minAppVersion: server.min_app_version, years: parts.years,
    };
    return `${JSON.stringify(head).slice(0, -1)},"reference":${parts.reference},"rows":${parts.pack}}`;
  }

  private cursor(server: ServerRow, village: string, position: PositionRow): string {
    return formatSyncCursor({ epoch: server.epoch, village, xid: position.xmin, at: position.at });
  }

  private years(): number[] {
    const year = Number(currentContext().today.slice(0, 4));
    return Array.from({ length: YEARS }, (_, index) => year - index);
  }

  private async recordRead(what: string, village: string): Promise<void> {
    await this.access.event('READ', what, village, { route: what }, { villageCode: village });
  }
}
