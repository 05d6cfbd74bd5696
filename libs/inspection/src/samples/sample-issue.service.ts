import { Injectable } from '@nestjs/common';
import { isGivenUp, padVillageCode, problem, unpadVillageCode, type CaseId, type FailureReason } from '#domain';
import { currentContext, Db } from '#platform';
import * as issue from './issue.queries.js';
import { SampleReader } from './sample-reader.js';
import { SampleResults } from './sample-results.service.js';
import * as sql from './sample.queries.js';
import { attemptsOf, type AttemptRow, type TaskRow } from './task.queries.js';

export interface Assignment {
  readonly assigneeId: string;
  readonly ordinals: readonly number[];
}

interface Replaced {
  readonly ordinal: number;
  readonly replacedBy: number;
  readonly reason: FailureReason;
}

/** Seals, issues, replaces and closes; only whoever drew the sample (a replacement also whoever was sent), and every step is in its log. */
@Injectable()
export class SampleIssue {
  constructor(
    private readonly db: Db,
    private readonly samples: SampleReader,
    private readonly results: SampleResults,
  ) {}

  async seal(id: CaseId): Promise<sql.SampleRow> {
    const sample = await this.samples.locked(id, ['DRAWN']);
    await this.samples.log(sample, 'SEALED', { seal: sample.seal_sha256, frameSha256: sample.frame_sha256 });
    return this.move(sample, { state: 'SEALED', sealed_at: currentContext().now });
  }

  async unseal(id: CaseId, reason: string): Promise<sql.SampleRow> {
    const sample = await this.samples.locked(id, ['SEALED']);
    await this.samples.log(sample, 'UNSEALED', { reason: reason.trim(), seal: sample.seal_sha256 });
    return this.move(sample, { state: 'DRAWN', sealed_at: null });
  }

  /**
   * Gives every primary unit to one inspector; each sees the own ones from `opensAt` on.
   * @throws `sample.opens-in-past`, `sample.assignments`, `sample.assignee`
   */
  async issue(id: CaseId, assignments: readonly Assignment[], opensAt: Date): Promise<sql.SampleRow> {
    const sample = await this.samples.locked(id, ['SEALED']);
    const { now } = currentContext();
    if (opensAt.getTime() < now.getTime() - 60_000) throw problem('sample.opens-in-past');
    const units = await this.db.query<sql.UnitRow>(sql.unitsOf, [id.countyCode, id.id]);
    const given = new Map(assignments.flatMap(({ assigneeId, ordinals }) => ordinals.map((ordinal): [number, string] => [ordinal, assigneeId])));
    const primary = units.filter(({ role }) => role === 'PRIMARY');
    const named = assignments.reduce((sum, { ordinals }) => sum + ordinals.length, 0);
    if (named !== primary.length || given.size !== primary.length || primary.some(({ ordinal }) => !given.has(ordinal))) throw problem('sample.assignments');
    await this.requireInspectors(primary.map((unit) => ({ ordinal: unit.ordinal, village: unit.household_village, assignee: given.get(unit.ordinal) ?? '' })));
    await this.assign(sample, [...given], opensAt);
    const each = [...new Set(given.values())].map((assignee) => ({ assignee, units: [...given.values()].filter((one) => one === assignee).length }));
    await this.samples.log(sample, 'ISSUED', { opensAt: opensAt.toISOString(), assignments: each });
    return this.move(sample, { state: 'ISSUED', opens_at: opensAt });
  }

  /**
   * Puts the next reserve of the same stratum in the place of a household that was given up.
   * @throws `sample.not-given-up`, `sample.no-replacement`, `sample.assignee`
   */
  async replace(id: CaseId, ordinal: number, assigneeId?: string): Promise<Replaced> {
    const sample = await this.samples.locked(id, ['ISSUED']);
    const replaced = await this.putNext(sample, ordinal, assigneeId);
    if (!replaced) throw problem('not-found');
    await this.samples.log(sample, 'REPLACED', replaced);
    return replaced;
  }

  /**
   * The same, asked for by whoever was sent: the order of the list leaves nothing to choose, so nobody needs to agree. Decided with the eyes of
   * whoever drew it, for the list stays hidden from whoever asks; the log of the sample names who asked.
   * @throws as {@link replace}, and `sample.wrong-state`
   */
  async replaceFor({ drawn_by: userId, sample_county: countyCode, sample_id: id, ordinal }: TaskRow): Promise<void> {
    const scope = unpadVillageCode(padVillageCode(countyCode));
    const { actor } = currentContext();
    const [sample, replaced] = await this.db.inPlaceOf({ userId, scope }, async () => {
      const row = await this.samples.lockedRow({ countyCode, id }, ['ISSUED']);
      return [row, await this.putNext(row, ordinal)] as const;
    });
    // Null: whoever drew it was quicker.
    if (replaced) await this.db.inPlaceOf({ userId: actor.userId, scope }, () => this.samples.log(sample, 'REPLACED', { ...replaced, asked: 'ASSIGNEE' }));
  }

  /** Ends the sample: its results stand, and other inspectors of the territory may see seed and list. @throws `sample.tasks-open` */
  async close(id: CaseId, reason?: string): Promise<sql.SampleRow> {
    const sample = await this.samples.locked(id, ['ISSUED']);
    const { open } = await this.db.one<{ open: number }>(issue.openTasks, [id.countyCode, id.id]);
    if (open > 0 && !reason?.trim()) throw problem('sample.tasks-open', { open });
    // What nobody answered has no results, and ends all the same.
    const results = await this.results.compute(sample);
    await this.samples.log(sample, 'CLOSED', { open, ...(reason ? { reason: reason.trim() } : {}) });
    const closed = await this.move(sample, { state: 'CLOSED', closed_at: currentContext().now, results: results as Record<string, unknown> | null });
    for (const statement of [issue.closeTasks, issue.closeUnits, issue.closeSecret]) await this.db.query(statement, [id.countyCode, id.id]);
    return closed;
  }

  /** Inspectors to whom units of the sample can be given. */
  async inspectors(id: CaseId): Promise<issue.InspectorRow[]> {
    const { division_code: division } = await this.samples.find(id);
    return this.db.query<issue.InspectorRow>(issue.inspectorsOf, [division]);
  }

  /** Null when the unit is not out, or was replaced before. */
  private async putNext(sample: sql.SampleRow, ordinal: number, assigneeId?: string): Promise<Replaced | null> {
    const { county_code: county, id } = sample;
    const unit = await this.db.maybeOne<issue.IssuedUnit>(issue.issuedUnit, [county, id, ordinal]);
    if (!unit) return null;
    const attempts = await this.db.query<AttemptRow>(attemptsOf, [unit.household_county, unit.task_id]);
    const reason = attempts.at(-1)?.reason;
    if (unit.task_state === 'ANSWERED' || reason === undefined || !isGivenUp(attempts.map((attempt) => ({ reason: attempt.reason, triedOn: attempt.tried_on })))) throw problem('sample.not-given-up');
    const next = await this.db.maybeOne<{ ordinal: number; household_village: string }>(issue.nextReplacement, [county, id, ordinal]);
    if (!next) throw problem('sample.no-replacement');
    const assignee = assigneeId ?? unit.assignee_id;
    await this.requireInspectors([{ ordinal: next.ordinal, village: next.household_village, assignee }]);
    await this.db.query(issue.endTask, [unit.household_county, id, ordinal]);
    await this.db.query(issue.replaceUnit, [county, id, ordinal, next.ordinal, reason]);
    const { now } = currentContext();
    const { opens_at: opensAt } = sample;
    await this.assign(sample, [[next.ordinal, assignee]], opensAt !== null && opensAt > now ? opensAt : now);
    return { ordinal, replacedBy: next.ordinal, reason };
  }

  private async assign(sample: sql.SampleRow, given: readonly (readonly [number, string])[], opensAt: Date): Promise<void> {
    const key = [sample.county_code, sample.id];
    await this.db.query(issue.assignUnits, [...key, JSON.stringify(given.map(([ordinal, assignee]) => ({ ordinal, assignee })))]);
    await this.db.query(issue.insertTasks, [...key, given.map(([ordinal]) => ordinal), sample.name, sample.settings.year, opensAt]);
  }

  private async requireInspectors(units: readonly { ordinal: number; village: string; assignee: string }[]): Promise<void> {
    const grants = await this.db.query<issue.GrantRow>(issue.inspectorGrants, [[...new Set(units.map(({ assignee }) => assignee))]]);
    const bad = units.find(({ village, assignee }) => !grants.some((grant) => grant.user_id === assignee && village.startsWith(grant.division_code)));
    if (bad) throw problem('sample.assignee', { ordinal: bad.ordinal });
  }

  private move(sample: sql.SampleRow, change: Partial<sql.SampleRow>): Promise<sql.SampleRow> {
    const { state, sealed_at: sealedAt, opens_at: opensAt, closed_at: closedAt, results } = { ...sample, ...change };
    return this.db.one<sql.SampleRow>(sql.moveSample, [sample.county_code, sample.id, state, sealedAt, opensAt, closedAt, results === null ? null : JSON.stringify(results)]);
  }
}
