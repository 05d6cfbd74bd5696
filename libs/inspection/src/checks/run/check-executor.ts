import { Injectable } from '@nestjs/common';
import { codeRange, levelOf, RULE_PARAMETERS, type CaseId } from '#domain';
import { ParameterReader } from '#divisions';
import { currentContext, Db, type Actor } from '#platform';
import { childLength } from '../child-division.js';
import { checkStatement, type CheckFrame, type RunningCheck } from './check-statement.queries.js';
import { countHits, joins, lockCheck, type ChildCountRow } from './count-hits.queries.js';
import * as sql from './run.queries.js';

/** The largest check over the whole region takes seconds; this is for a machine that does other things. */
const CHECK_TIMEOUT_MS = 300_000;
const policyNumbers = RULE_PARAMETERS.map(({ name }) => name);

/** A run as its checks need it. */
export interface RunFrame extends CheckFrame {
  readonly id: CaseId;
  readonly villageCode: string;
  readonly division: string;
  readonly actor: Actor;
  readonly counties: readonly string[];
}

/** Runs one check of a run and counts what it found, in a transaction of its own. */
@Injectable()
export class CheckExecutor {
  constructor(
    private readonly db: Db,
    private readonly parameters: ParameterReader,
  ) {}

  /** Everything that is the same for all checks of a run. */
  frame({ county_code: countyCode, id, village_code: villageCode, division_code: division, year, as_of: today }: sql.CheckRunRow, actor: Actor): Promise<RunFrame> {
    const { from, to } = codeRange(division);
    return this.db.run({ actor, readOnly: true, timeoutMs: CHECK_TIMEOUT_MS }, async () => {
      const counties = (await this.db.query<{ code: string }>(sql.countiesWithin, [from, to])).map(({ code }) => code);
      const countyParameters: { countyCode: string; values: Record<string, number | null> }[] = [];
      for (const code of counties) countyParameters.push({ countyCode: code, values: await this.parameters.values(policyNumbers, { year, division: code, on: `${year}-12-31` }) });
      return { id: { countyCode, id }, villageCode, division, actor, counties, from, to, year, today, countyParameters };
    });
  }

  /**
   * False when the check is counted already: by a worker that was killed, or by another one. `onBackend` hears which connection
   * works, so that its statement can be stopped.
   */
  run(check: RunningCheck, frame: RunFrame, onBackend: (pid: number | null) => void): Promise<boolean> {
    const { id, villageCode, actor, division } = frame;
    return this.db.run({ actor, timeoutMs: CHECK_TIMEOUT_MS }, async () => {
      await this.db.query(lockCheck, [check.code]);
      const counted = await this.db.query<{ check_code: string }>(sql.countedChecks, [id.countyCode, id.id]);
      if (counted.some(({ check_code: code }) => code === check.code)) return false;
      await this.db.query(isWide(division) ? joins.whole : joins.few);
      const missing = await this.missing(check, frame);
      const { pid } = await this.db.one<{ pid: number }>(sql.backend);
      onBackend(pid);
      try {
        const started = performance.now();
        const rows = await this.count(check, frame);
        await this.write(check.code, { frame, rows, missing, ms: Math.round(performance.now() - started), villageCode });
      } finally {
        onBackend(null);
      }
      return true;
    });
  }

  /** Notes that a check could not be run, so that the run says so and goes on. */
  async fail(check: RunningCheck, { id, villageCode, division, actor }: RunFrame, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    const row = { division, hits: 0, new_hits: 0, gone_hits: 0, unproven: 0, missing: [], ms: 0, failure: { code: check.code, message: message.slice(0, 500) } };
    await this.db.run({ actor }, () => this.db.query(sql.insertResults, [id.countyCode, villageCode, id.id, check.code, JSON.stringify([row])]));
  }

  private count(check: RunningCheck, frame: RunFrame): Promise<ChildCountRow[]> {
    const { from, to, year, division, actor, id } = frame;
    const { sql: text, values } = countHits(check, checkStatement(check, frame), { from, to, childLength: childLength(division), runId: id.id, year, scope: actor.scope ?? '', now: currentContext().now });
    return this.db.query<ChildCountRow>(text, values);
  }

  private async write(code: string, { frame, rows, missing, ms, villageCode }: { frame: RunFrame; rows: readonly ChildCountRow[]; missing: readonly sql.MissingInput[]; ms: number; villageCode: string }): Promise<void> {
    const { id, division } = frame;
    const sum = (read: (row: ChildCountRow) => number): number => rows.reduce((total, row) => total + read(row), 0);
    const whole = { division, hits: sum((row) => row.hits), new_hits: sum((row) => row.new_hits), gone_hits: sum((row) => row.gone_hits), unproven: sum((row) => row.unproven), missing, ms, failure: null };
    // Rows of the division itself (a county's fund in a county's run) and a village's own are in the line of the whole.
    const children = rows.filter((row) => row.division !== division && /[1-9]/.test(row.division.slice(division.length)));
    const lines = [...children.map((row) => ({ ...row, missing: [], ms: 0, failure: null })), whole];
    await this.db.query(sql.insertResults, [id.countyCode, villageCode, id.id, code, JSON.stringify(lines)]);
  }

  /** Numbers that nobody has set, and lists that counties were never compared with. */
  private async missing({ parameters, registers }: RunningCheck, { counties, from, to }: RunFrame): Promise<sql.MissingInput[]> {
    const unset = parameters.filter(({ value }) => value === null).map(({ name }): sql.MissingInput => ({ kind: 'parameter', name }));
    if (registers.length === 0) return unset;
    const uncovered = await this.db.query<{ name: string; counties: string[] }>(sql.uncovered, [registers, counties, from, to]);
    return [...unset, ...uncovered.map(({ name, counties: codes }): sql.MissingInput => ({ kind: 'register', name, counties: codes }))];
  }
}

function isWide(division: string): boolean {
  const level = levelOf(division);
  return level === 'region' || level === 'prefecture' || level === 'county';
}
