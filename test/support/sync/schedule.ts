import type { Client } from 'pg';
import { formatCaseId, uuidV7, type OutboxEntry } from '#domain';
import { visitDraft } from '../field-work.js';
import type { Cut } from './faulty-http.js';
import type { SimulatedDevice, Transport } from './device.js';
import { Random } from './random.js';
import { backUp, restore, type Place } from './rewind.js';

/** A phone with the way its requests take; `cut` decides where the next one breaks. */
export interface Phone {
  readonly device: SimulatedDevice;
  readonly transport: Transport;
  next: Cut;
}

export interface ScheduleResult {
  readonly operations: number;
  readonly sendings: number;
  readonly cuts: number;
  readonly restores: number;
  readonly faults: string[];
}


/** One random schedule: work, sendings with repeats, other orders and cuts, sometimes a restored server; then everything is sent and judged. */
export async function runSchedule(seed: number, phones: readonly Phone[], { client, village }: { client: Client; village: string }): Promise<ScheduleResult> {
  const random = new Random(seed);
  const householdId = uuidV7();
  await client.query(`begin; set local session_replication_role = replica`);
  await client.query(`insert into household (county_code, id, village_code, status, head_name, member_count, cause_note) values ($1, $2, $3, 'REGISTERED', '测试', 1, '原')`, [village.slice(0, 6), householdId, village]);
  await client.query(`insert into assignment (county_code, id, village_code, household_id, measure_code, year, status, planned_by) select $1, gen_random_uuid(), $3, $2, 'IND-01', 2000 + n, 'APPROVED', gen_random_uuid() from generate_series(1, 16) n`, [village.slice(0, 6), householdId, village]);
  const { rows: assignments } = await client.query<{ id: string }>('select id from assignment where household_id = $1 order by year', [householdId]);
  await client.query('commit');
  for (const { device } of phones) device.outbox.forget(Number.MAX_SAFE_INTEGER); // what an earlier schedule left is older than any backup of this one
  const place: Place = { householdId, deviceIds: phones.map(({ device }) => device.id.slice(7)) };
  let backup: Awaited<ReturnType<typeof backUp>> | null = await backUp(client, place);
  const count = { operations: 0, sendings: 0, cuts: 0, restores: 0 };
  const steps = 6 + random.below(10);
  for (let step = 0; step < steps; step += 1) {
    const phone = random.pick(phones);
    const dice = random.next();
    if (dice < 0.45) {
      work(random, phone.device, { household: formatCaseId(village.slice(0, 6), householdId), assignments });
      count.operations += 1;
    } else if (dice < 0.93) {
      count.sendings += 1;
      if (!(await sendSomehow(random, phone))) count.cuts += 1;
    } else if (dice < 0.96) backup = await backUp(client, place);
    else if (backup !== null) {
      await restore(client, place, backup);
      count.restores += 1;
    }
  }
  for (const phone of phones) {
    phone.next = 'none';
    await phone.device.send([]); // hears of a new epoch
    await phone.device.drain(7);
  }
  return { ...count, faults: await judge(client, { householdId, phones, restored: count.restores > 0 }) };
}

/** Each delivery takes an assignment of its own from the list. */
function work(random: Random, device: SimulatedDevice, { household, assignments }: { household: string; assignments: { id: string }[] }): void {
  const county = household.slice(0, 6);
  const dice = random.next();
  if (dice < 0.4) device.do({ kind: 'clue.record', entityId: formatCaseId(county, uuidV7()), payload: { householdId: household, channel: 'CADRE', kind: 'ILLNESS', severity: 'HIGH', description: '线索' } });
  else if (dice < 0.6) {
    const { id: _, ...draft } = visitDraft({});
    device.do({ kind: 'visit.record', entityId: formatCaseId(county, uuidV7()), payload: { householdId: household, ...draft } });
  } else if (dice < 0.75) {
    device.do({ kind: 'household.event', entityId: formatCaseId(county, uuidV7()), payload: { householdId: household, kind: 'birth', occurredOn: '2026-01-05', values: { name: '王安', relationToHead: '03' } } });
  } else if (dice < 0.85) {
    const assignment = assignments.pop();
    if (assignment) device.do({ kind: 'assignment.deliver', entityId: formatCaseId(county, assignment.id), payload: { deliveredBy: '工作队', evidence: ['签收单'] } });
  } else device.do({ kind: 'household.correct', entityId: household, baseVersion: 1, payload: { values: { causeNote: uuidV7() }, base: { causeNote: '原' } } });
}

/** Sends what waits, or some of it again or in another order; false when the connection was cut. */
async function sendSomehow(random: Random, phone: Phone): Promise<boolean> {
  const held = phone.device.outbox.all().map((entry) => entry.operation);
  const waiting = phone.device.outbox.batch(100);
  const dice = random.next();
  const operations = dice < 0.5 ? waiting : dice < 0.7 ? random.shuffled(held) : dice < 0.85 ? [...waiting, ...waiting] : waiting.slice(random.below(waiting.length + 1));
  phone.next = random.chance(0.45) ? random.pick(['before', 'in-body', 'before-reply'] as const) : 'none';
  const twice = random.chance(0.15);
  try {
    if (twice) {
      const copies = await Promise.allSettled([phone.device.send(operations), phone.device.send(operations)]);
      return copies.every(({ status }) => status === 'fulfilled');
    }
    await phone.device.send(operations);
    return true;
  } catch (error) {
    if (error instanceof Error && /^cut /.test(error.message)) return false;
    throw error;
  }
}

interface StoredRow {
  id: string;
  device_id: string;
  device_seq: number;
  status: string;
  kind: string;
  entity_id: string;
  at: number;
}

/** The ledgers of the phones against the database: nothing acknowledged is missing, nothing is there twice, each line is in order. */
async function judge(client: Client, { householdId, phones, restored }: { householdId: string; phones: readonly Phone[]; restored: boolean }): Promise<string[]> {
  const faults: string[] = [];
  const ledger = phones.flatMap(({ device }) => device.outbox.all().map((entry): OutboxEntry & { device: string } => ({ ...entry, device: device.id.slice(7) })));
  const ids = ledger.map((entry) => entry.operation.opId);
  const ask = async <Row extends object>(sql: string, values: unknown[]) => (await client.query<Row>(sql, values)).rows;
  const stored = await ask<StoredRow>(
    'select id, device_id, device_seq::int, status, kind, entity_id, extract(epoch from received_at)::float as at from sync_operation where id = any($1) order by device_id, device_seq', [ids]);
  const events = await ask<{ row_id: string; n: number }>("select row_id, count(*)::int as n from audit_log where op = 'SYNC' and row_id = any($1) group by 1", [ids]);
  const effects = await ask<{ id: string; n: number }>(`select id, count(*)::int as n from (select id from risk_clue where household_id = $1 union all select id from visit where household_id = $1 union all select id from member where household_id = $1 union all select subject_id from help_event where household_id = $1 and action = 'deliver') e group by 1`, [householdId]);
  for (const entry of ledger) {
    const { opId, kind, entityId } = entry.operation;
    const rows = stored.filter((row) => row.id === opId);
    if (entry.state === 'waiting') faults.push(`${opId} never answered`);
    if (entry.state === 'refused') faults.push(`${opId} refused: ${entry.code}`);
    if (rows.length !== 1) faults.push(`${opId} acknowledged as ${entry.status}, stored ${rows.length} times`);
    else if (rows[0]?.status !== entry.status) faults.push(`${opId} acknowledged as ${entry.status}, stored as ${rows[0]?.status}`);
    const recorded = events.find((row) => row.row_id === opId)?.n ?? 0;
    if (recorded < 1 || (!restored && recorded !== 1)) faults.push(`${opId} has ${recorded} audit records`);
    const effect = effects.find((row) => row.id === entityId.slice(7))?.n ?? 0;
    if (kind !== 'household.correct' && effect !== 1) faults.push(`${opId} took effect ${effect} times`);
  }
  for (const [index, row] of stored.entries()) {
    const before = stored[index - 1];
    if (before?.device_id === row.device_id && before.at > row.at) faults.push(`${row.id} was taken before ${before.id}, which stands before it`);
  }
  const corrections = stored.filter((row) => row.kind === 'household.correct');
  const [household] = await ask<{ version: number; cause_note: string }>('select version, cause_note from household where id = $1', [householdId]);
  const contested = await ask<{ operation_id: string }>('select operation_id from contested_field where household_id = $1', [householdId]);
  const applied = corrections.filter((row) => row.status === 'applied').length;
  const births = stored.filter((row) => row.kind === 'household.event' && row.status === 'applied').length;
  if (household?.version !== 1 + applied + births) faults.push(`household at version ${household?.version} after ${applied} corrections and ${births} births`);
  const waiting = corrections.filter((row) => row.status === 'conflict').map((row) => row.id).sort();
  if (JSON.stringify(contested.map((row) => row.operation_id).sort()) !== JSON.stringify(waiting)) faults.push('contested fields and conflicts differ');
  if (effects.length !== ledger.filter((entry) => entry.operation.kind !== 'household.correct').length) faults.push(`${effects.length} effects`);
  return faults;
}
