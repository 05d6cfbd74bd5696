import { readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { hitKeyOf, type CheckParameter } from '#domain';
import { checkStatement, type RunningCheck } from '../../../libs/inspection/src/checks/run/check-statement.queries.js';
import type { TestDatabase } from '../database.js';
import type { CleanRegion } from './clean-region.js';

/**
 * How a check is shown to work. Each call takes households, projects or villages of its own (`region.household()`,
 * `region.project()`, `region.village()`), so that faults never meet.
 */
export interface CheckPlant {
  readonly code: string;
  /** Numbers that no document gives yet, set for the test. */
  readonly parameters?: Readonly<Record<string, CheckParameter['value']>>;
  /**
   * Plants the n-th fault (0, 1, 2 …; may be of another kind each time) and returns the keys that must be found, as
   * `keyOf(code, …)`. A key of another check among them is declared collateral: that check must find it, too.
   */
  fault(region: CleanRegion, n: number): string[];
  /** Plants the n-th case that is almost a fault, and must not be found by any check. */
  nearMiss(region: CleanRegion, n: number): void;
}

/** Key of a hit as a run gives it. */
export function keyOf(code: string, subject: string | { key?: string; subjectId?: string; memberId?: string; householdId?: string }): string {
  return hitKeyOf(code, typeof subject === 'string' ? { key: subject } : subject);
}

/** Plants below `test/support/inspection/plants`, by the names of their files; CHECKS=A08,A09 takes only these. */
export function plantCodes(): string[] {
  const wanted = process.env['CHECKS']?.split(',');
  const codes = readdirSync(path.join(process.cwd(), 'test/support/inspection/plants')).filter((file) => /^A[0-9]{2}\.ts$/.test(file)).map((file) => file.slice(0, 3)).sort();
  return wanted ? codes.filter((code) => wanted.includes(code)) : codes;
}

export async function loadPlant(code: string): Promise<CheckPlant> {
  const module = (await import(`./plants/${code}.js`)) as Record<string, unknown>;
  const plant = module[`plant${code}`];
  if (!plant) throw new Error(`plants/${code}.ts exports no plant${code}`);
  return plant as CheckPlant; // its calls fail if it is none
}

export interface FoundHit {
  readonly county_code: string | null;
  readonly village_code: string | null;
  readonly household_id: string | null;
  readonly member_id: string | null;
  readonly subject_id: string | null;
  readonly key: string | null;
  readonly vals: Record<string, unknown>;
  readonly met: boolean | null;
}

/** A check with the keys of what it found over the whole region, and its unproven rows apart. */
export interface CheckFindings {
  readonly hits: readonly (FoundHit & { readonly hitKey: string })[];
  readonly unproven: number;
}

/** Runs published checks over a region as the engine does, without writing. */
export class CheckBench {
  private constructor(private readonly client: pg.Client, readonly checks: readonly RunningCheck[]) {}

  static async open(database: TestDatabase): Promise<CheckBench> {
    const client = new pg.Client(database.appUrl);
    await client.connect();
    await client.query(`set search_path = public, app; set app.scope = '15'; set app.actor = '00000000-0000-7000-8000-000000000001'; set app.role = 'system'; set app.request = 'checks'; set enable_nestloop = off`);
    const { rows } = await client.query<RunningCheck>('select v.* from check_version v where v.valid_to is null order by v.ordinal');
    return new CheckBench(client, rows);
  }

  async run(code: string, { year, today }: { readonly year: number; readonly today: string }, set: CheckPlant['parameters'] = {}): Promise<CheckFindings> {
    const published = this.checks.find((one) => one.code === code);
    if (!published) throw new Error(`no check ${code}`);
    const check = { ...published, parameters: published.parameters.map((one) => ({ ...one, value: set[one.name] ?? one.value })) };
    const counties = ['150221', '150222', '150223'].map((countyCode) => ({ countyCode, values: { poverty_line: 700_000, monitoring_line: 800_000 } }));
    const { sql, values } = checkStatement(check, { from: '15', to: '15:', year, today, countyParameters: counties });
    const { rows } = await this.client.query<FoundHit>(sql, [...values]);
    const hits = rows.filter(({ met }) => met === true).map((row) => ({
      ...row, hitKey: keyOf(code, { key: row.key ?? undefined, subjectId: row.subject_id ?? undefined, memberId: row.member_id ?? undefined, householdId: row.household_id ?? undefined } as { key?: string }),
    }));
    return { hits, unproven: rows.length - hits.length };
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
