import type { INestApplicationContext } from '@nestjs/common';
import { maskIdNumber } from '#domain';
import { populateRegister, RecalculationService } from '#eligibility';
import { copyInto, FieldWriter, sampleId } from '#households';
import type pg from 'pg';
import { seedFieldWork } from '../../../../../seeds/demo/field-work.js';
import { seedHelp } from '../../../../../seeds/demo/help.js';
import { inParallel } from '../../seed/in-parallel.js';
import * as sql from './region.queries.js';

const PERSONS_PER_COPY = 20_000;
const AS_SYSTEM = "set app.scope = '15'; set app.audit_scope = '15'; set app.actor = '00000000-0000-7000-8000-000000000001'; set app.role = 'system'; set app.request = 'bench'";

/** Fills an empty database with a whole region: people with numbers, visits, help, cases. `admin` is a superuser and stays without triggers. */
export async function fillRegion(admin: pg.Client, fields: FieldWriter, households: number): Promise<void> {
  await populateRegister(admin, households);
  await admin.query(AS_SYSTEM);
  const { rows } = await admin.query<{ n: number }>('select count(*)::integer as n from member');
  await admin.query(sql.createIdentities);
  const persons = rows[0]?.n ?? 0;
  for (let from = 1; from <= persons; from += PERSONS_PER_COPY) await copyIdentities(admin, fields, { from, to: Math.min(persons, from + PERSONS_PER_COPY - 1) });
  await admin.query(sql.numberPersons);
  await admin.query(sql.numberHouseholds);
  for (const statement of [sql.wholeYears, sql.wholePersons, sql.countPersons]) await admin.query(statement);
  await admin.query('analyze household, member');
  await seedFieldWork(admin);
  for (const statement of [sql.earlierPairings, sql.helperOfCounty, sql.otherPairings, sql.earlierVisits]) await admin.query(statement);
  await seedHelp(admin);
  for (const statement of [sql.cases, sql.caseEvents, sql.caseNotices, sql.caseDecisions]) await admin.query(statement);
  await admin.query('vacuum (analyze)');
}

/** Facts, verdicts and entitlements of every county, a few counties at a time. Returns milliseconds. */
export async function recalculateRegion(app: INestApplicationContext, counties: readonly string[]): Promise<number> {
  const recalculation = app.get(RecalculationService, { strict: false });
  const started = performance.now();
  await inParallel(counties.map((county) => async () => void (await recalculation.recalculateCounty(county, { cause: 'bench', whole: true }))));
  return performance.now() - started;
}

async function copyIdentities(admin: pg.Client, fields: FieldWriter, { from, to }: { from: number; to: number }): Promise<void> {
  const lines: string[] = [];
  for (let n = from; n <= to; n++) {
    const idNo = sampleId(n);
    const born = `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}-${idNo.slice(12, 14)}`;
    lines.push(`${n}\t${fields.identityHash('RESIDENT_ID', idNo)}\t${maskIdNumber(idNo)}\t${born}\t${Number(idNo[16]) % 2 === 1 ? 1 : 2}\n`);
  }
  await copyInto(admin, sql.copyIdentities, lines);
}
