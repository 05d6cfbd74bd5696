import { Injectable } from '@nestjs/common';
import { codeRange, findComparisonRegister, isProblem, MOST_NEAR_PERSONS, problem, type CaseId, type ComparisonRegister } from '#domain';
import { restoreActor, scopeOfCounty } from '#households';
import { AccessLog, Db, systemActor } from '#platform';
import * as sql from './comparison.queries.js';
import type { ComparisonRow } from './comparison.queries.js';
import { ListFile } from './list-file.js';
import { ListStager } from './list-stager.js';
import * as match from './match.queries.js';
import { RunWatch } from './run-watch.js';

/** A list of a whole region may take a minute; a request may not. */
const RUN_TIMEOUT_MS = 15 * 60_000;
/** Share of the work that is reading the file. */
const READING = 60;
const passing: readonly string[] = ['not-ready', 'busy'];

/**
 * Matches an uploaded list with the members of its division, as the person who asked for it: the work of the job
 * `comparison.match`. Everything happens in one transaction, so a run that is cut short leaves nothing and is simply repeated.
 */
@Injectable()
export class ComparisonRunner {
  constructor(
    private readonly db: Db,
    private readonly file: ListFile,
    private readonly stager: ListStager,
    private readonly access: AccessLog,
  ) {}

  /** Safe to repeat: does nothing unless the comparison waits for it. */
  async match(id: CaseId): Promise<void> {
    const row = await this.asSystem(id, () => this.db.maybeOne<ComparisonRow>(sql.findComparison, [id.countyCode, id.id]));
    if (row?.state !== 'matching') return;
    const watch = new RunWatch(this.db, id);
    watch.start();
    try {
      await this.db.run({ actor: restoreActor(row.actor), timeoutMs: RUN_TIMEOUT_MS }, () => this.run(id, row, watch));
    } catch (error) {
      // A database that went away comes back: the queue repeats the job, and the comparison still waits for it.
      if (isProblem(error) && passing.includes(error.code)) throw error;
      await this.end(id, watch.wasCancelled ? problem('comparison.cancelled') : error);
      if (!watch.wasCancelled && !isProblem(error)) throw error;
    } finally {
      await watch.stop();
    }
  }

  private async run(id: CaseId, row: ComparisonRow, watch: RunWatch): Promise<void> {
    const { locked } = await this.db.one<{ locked: boolean }>(sql.tryLockRun, [id.id]);
    const fresh = await this.db.maybeOne<ComparisonRow>(sql.findComparison, [id.countyCode, id.id]);
    if (!locked || fresh?.state !== 'matching') return;
    if (row.stored_name === null) throw problem('comparison.file-gone');
    const register = findComparisonRegister(row.register_code);
    if (!register) throw problem('comparison.register-unknown');
    const table = this.file.open({ storedName: row.stored_name, kind: row.file_kind, encoding: row.encoding, sheet: row.sheet });
    // Nobody knows the number of rows before the end; the size of the file tells roughly.
    const expected = Math.max(1, row.file_bytes / (row.file_kind === 'csv' ? 50 : 25));
    const staged = await this.stager.stage({
      table, register, mapping: row.mapping, headingRow: row.columns.headingRow, progress: (rows) => watch.at((READING * Math.min(rows, expected)) / expected),
    });
    if (staged.rows === staged.unusable) throw problem('comparison.no-rows');
    const counts = await this.matchStaged(id, row, { register, watch });
    const { lines, ...matched } = counts;
    const notOurs = lines - matched.matched_by_id - matched.matched_by_name - matched.doubtful - matched.too_common;
    const result = { rows: staged.rows, rows_unusable: staged.unusable, ...matched, not_ours: notOurs };
    await this.db.query(sql.coverDivision, [id.id, register.code, row.list_on, row.division_code]);
    const done = await this.db.query(sql.finishMatching, [id.countyCode, id.id, JSON.stringify(result), JSON.stringify(staged.notes)]);
    if (done.length === 0) throw problem('comparison.cancelled');
    await this.access.event('COMPARE', 'comparison', id.id, { register: register.code, purposeCode: row.purpose_code, purpose: row.purpose, file: row.file_sha256, ...result }, { villageCode: row.village_code });
  }

  private async matchStaged(id: CaseId, row: ComparisonRow, { register, watch }: { register: ComparisonRegister; watch: RunWatch }): Promise<match.MatchCounts> {
    const { from, to } = codeRange(row.division_code);
    const ours = [from, to, register.withRemoved];
    const steps: [statement: string, params: unknown[]][] = [
      [match.moreMemory, []], [match.keepLines, [id.countyCode, row.village_code, id.id]],
      [match.matchById, ours], [match.analyzeTemporary('match_id'), []], [match.restOfLines, []], [match.analyzeTemporary('rest_line'), []],
      [match.namesakes, ours], [match.analyzeTemporary('namesake'), []], [match.matchByName, []], [match.analyzeTemporary('match_name'), []], [match.matchNear, []],
    ];
    for (const [index, [statement, params]] of steps.entries()) {
      watch.at(READING + (index * (98 - READING)) / steps.length);
      await this.db.query(statement, params);
    }
    watch.at(98);
    return this.db.one<match.MatchCounts>(match.writeMatches, [id.id, register.code, row.list_on, MOST_NEAR_PERSONS]);
  }

  private async end(id: CaseId, error: unknown): Promise<void> {
    const cancelled = isProblem(error) && error.code === 'comparison.cancelled';
    const shown = isProblem(error) ? error : problem('internal');
    const failure = cancelled ? null : JSON.stringify({ code: shown.code, zh: shown.zh, en: shown.en });
    await this.asSystem(id, () => this.db.query(sql.endMatching, [id.countyCode, id.id, cancelled ? 'cancelled' : 'failed', failure]));
  }

  private asSystem<T>(id: CaseId, work: () => Promise<T>): Promise<T> {
    return this.db.run({ actor: systemActor(scopeOfCounty(id.countyCode)) }, work);
  }
}
