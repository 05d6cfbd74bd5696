import { Injectable } from '@nestjs/common';
import { holds, isCalendarDate, judgeTask, Permission, problem, uuidV7, type CaseId, type TaskAction, type VisitProblem } from '#domain';
import { currentContext, Db } from '#platform';
import { contentHash, isRepetition } from '../content-hash.js';
import * as sql from './task.queries.js';

export interface TaskInput {
  /** Minted by the client. */
  readonly id: string;
  /** Household or village: where it is to be done. */
  readonly householdId?: CaseId | undefined;
  readonly countyCode: string;
  readonly villageCode: string;
  readonly visitId?: string | undefined;
  readonly clueId?: string | undefined;
  /** What gave rise to it when neither a visit nor a clue did, e.g. `care:left_behind_child`. */
  readonly origin?: string | undefined;
  readonly kind: string;
  readonly description: string;
  readonly dueOn: string;
  readonly ownerId?: string | undefined;
  readonly ownerName?: string | undefined;
  readonly occurredAt?: string | undefined;
}

export interface TaskActInput {
  /** Minted by the client; an action without it cannot be repeated safely. */
  readonly eventId?: string | undefined;
  readonly action: TaskAction;
  readonly note?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly ownerName?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly occurredAt?: string | undefined;
}

export interface VisitTasks {
  readonly householdId: CaseId;
  readonly villageCode: string;
  readonly visitId: string;
  readonly problems: readonly VisitProblem[];
  readonly occurredAt: string;
}

interface Owner {
  readonly id: string | null;
  readonly name: string;
}

/** Tasks run open → assigned → done → verified; each step is an entry of an append-only log. Works inside the caller's transaction. */
@Injectable()
export class TaskService {
  constructor(private readonly db: Db) {}

  /**
   * Creates a task. @returns whether the same one was here already
   * @throws `idempotency-mismatch`, `task.owner-unfit`, `task.dates`, `not-found` for a place outside the territory
   */
  async create(input: TaskInput): Promise<{ readonly taskId: CaseId; readonly repeated: boolean }> {
    const taskId = { countyCode: input.countyCode, id: input.id };
    if (!isCalendarDate(input.dueOn)) throw problem('task.dates');
    const hash = contentHash({ ...input });
    const [known] = await this.db.query<{ content_hash: string }>(sql.knownTasks, [input.countyCode, [input.id]]);
    if (isRepetition(known, hash)) return { taskId, repeated: true };
    const owner = await this.owner(input, input.villageCode);
    if (input.ownerId !== undefined && owner === null) throw problem('task.owner-unfit');
    await this.insert([{ input, owner, hash }]);
    return { taskId, repeated: false };
  }

  /**
   * A task for each problem of a visit. A visit is never refused for its tasks: who is no longer in office is left out, and a
   * problem that a correction repeats keeps its task.
   */
  async createFromVisit({ householdId, villageCode, visitId, problems, occurredAt }: VisitTasks): Promise<void> {
    if (problems.length === 0) return;
    const known = await this.db.query<{ id: string; household_id: string | null }>(sql.knownTasks, [householdId.countyCode, problems.map(({ id }) => id)]);
    if (known.some((row) => row.household_id !== householdId.id)) throw problem('idempotency-mismatch');
    const fresh = problems.filter(({ id }) => !known.some((row) => row.id === id));
    const made = [];
    for (const { id, kind, description, dueOn, ownerId, ownerName } of fresh) {
      const input: TaskInput = { id, householdId, countyCode: householdId.countyCode, villageCode, visitId, kind, description, dueOn, ownerId, ownerName, occurredAt };
      made.push({ input, owner: await this.owner(input, villageCode), hash: contentHash(input) });
    }
    if (made.length > 0) await this.insert(made);
  }

  /**
   * Takes a task one step further. @returns its version and whether the same event was here already
   * @throws `task.wrong-action`, `task.own-work`, `task.owner-required`, `task.owner-unfit`, `reason-required`, `idempotency-mismatch`, `not-found`
   */
  async act(taskId: CaseId, input: TaskActInput): Promise<{ readonly version: number; readonly status: string; readonly repeated: boolean }> {
    const task = await this.db.maybeOne<sql.TaskRow>(sql.lockTask, [taskId.countyCode, taskId.id]);
    if (!task) throw problem('not-found');
    const { actor } = currentContext();
    const hash = contentHash({ task: taskId.id, actor: actor.userId, ...input });
    const eventId = input.eventId ?? uuidV7();
    const around = await this.db.one<{ content_hash: string | null; seq: number }>(sql.eventSurroundings, [taskId.countyCode, taskId.id, eventId]);
    if (isRepetition(around.content_hash === null ? null : { content_hash: around.content_hash }, hash)) return { version: task.version, status: task.status, repeated: true };
    if (input.dueOn !== undefined && !isCalendarDate(input.dueOn)) throw problem('task.dates');
    const owner = await this.owner(input, task.village_code);
    if (input.ownerId !== undefined && owner === null) throw problem('task.owner-unfit');
    const judged = judgeTask({ status: task.status, doneBy: task.done_by }, { action: input.action, actorId: actor.userId, note: input.note, ownerName: owner?.name });
    if ('refusal' in judged) throw problem(judged.refusal, { status: task.status, action: input.action });
    // The route asks for this verb too; a phone sends all its steps through one door.
    if (input.action === 'VERIFY' && !holds(actor.role, Permission.TaskVerify)) throw problem('forbidden');
    const changes = this.changes(task, input, judged.to, owner);
    const saved = await this.db.maybeOne<{ version: number }>(sql.updateTask, [taskId.countyCode, taskId.id, JSON.stringify(changes), task.version]);
    if (!saved) throw problem('stale-version', { yourVersion: task.version });
    await this.append([this.event({ id: eventId, task, action: input.action, seq: around.seq + 1, to: judged.to, input, owner, hash })]);
    return { version: saved.version, status: judged.to, repeated: false };
  }

  /** A reopened task goes back to whoever had it; without an owner, to whoever said that it was done. */
  private changes(task: sql.TaskRow, input: TaskActInput, to: string, owner: Owner | null): Record<string, unknown> {
    const { actor, now } = currentContext();
    const due = input.dueOn === undefined ? {} : { due_on: input.dueOn };
    if (input.action === 'ASSIGN') return { status: to, owner_id: owner?.id ?? null, owner_name: owner?.name, ...due };
    if (input.action === 'DO') {
      const doer = { done_by: actor.userId, done_by_name: actor.name, done_at: now, done_note: input.note ?? null };
      return { status: to, owner_id: task.owner_id ?? (task.owner_name === null ? actor.userId : null), owner_name: task.owner_name ?? actor.name, ...doer };
    }
    if (input.action === 'VERIFY') return { status: to, verified_by: actor.userId, verified_by_name: actor.name, verified_at: now };
    if (input.action === 'REOPEN') {
      const undone = { done_by: null, done_by_name: null, done_at: null, done_note: null, verified_by: null, verified_by_name: null, verified_at: null };
      return { status: to, reopened: task.reopened + 1, ...undone, ...due };
    }
    return {};
  }

  /** Null when nobody is named, or when the user named has no grant for the place. */
  private async owner(input: { readonly ownerId?: string | undefined; readonly ownerName?: string | undefined }, villageCode: string): Promise<Owner | null> {
    if (input.ownerId === undefined) return input.ownerName?.trim() ? { id: null, name: input.ownerName.trim() } : null;
    const user = await this.db.maybeOne<{ display_name: string }>(sql.fittingOwner, [input.ownerId, villageCode, currentContext().today]);
    return user ? { id: input.ownerId, name: user.display_name } : null;
  }

  private async insert(made: readonly { readonly input: TaskInput; readonly owner: Owner | null; readonly hash: string }[]): Promise<void> {
    const { actor, now } = currentContext();
    const rows = made.map(({ input, owner, hash }) => ({
      county_code: input.countyCode, id: input.id, village_code: input.villageCode, household_id: input.householdId?.id ?? null, visit_id: input.visitId ?? null,
      clue_id: input.clueId ?? null, origin: input.origin ?? null, kind: input.kind, description: input.description, due_on: input.dueOn,
      status: owner ? 'ASSIGNED' : 'OPEN', owner_id: owner?.id ?? null, owner_name: owner?.name ?? null,
      created_by: actor.userId, created_by_name: actor.name, created_at: now, reopened: 0, content_hash: hash, version: 1,
    }));
    await this.db.query(sql.insertTasks, [JSON.stringify(rows)]);
    await this.append(rows.map((row, i) => {
      const source = made[i];
      return this.event({
        id: uuidV7(), task: { ...row, status: null }, action: 'CREATE', seq: 1, to: row.status, owner: source?.owner ?? null, hash: row.content_hash,
        input: { occurredAt: source?.input.occurredAt, dueOn: row.due_on },
      });
    }));
  }

  private append(rows: readonly Record<string, unknown>[]): Promise<unknown> {
    return this.db.query(sql.insertTaskEvents, [JSON.stringify(rows)]);
  }

  private event(entry: {
    readonly id: string;
    readonly task: { readonly county_code: string; readonly id: string; readonly village_code: string; readonly household_id: string | null; readonly status: string | null };
    readonly action: TaskAction | 'CREATE';
    readonly seq: number;
    readonly to: string;
    readonly input: Pick<TaskActInput, 'note' | 'dueOn' | 'occurredAt'>;
    readonly owner: Owner | null;
    readonly hash: string;
  }): Record<string, unknown> {
    const { actor, now } = currentContext();
    const { task, input, owner } = entry;
    return {
      county_code: task.county_code, id: entry.id, village_code: task.village_code, household_id: task.household_id, task_id: task.id, seq: entry.seq, action: entry.action,
      from_status: task.status, to_status: entry.to, note: input.note ?? null, due_on: input.dueOn ?? null, owner_id: owner?.id ?? null, owner_name: owner?.name ?? null,
      actor_id: actor.userId, actor_name: actor.name, actor_role: actor.role, occurred_at: input.occurredAt ?? now, recorded_at: now, content_hash: entry.hash,
    };
  }
}
