import { Injectable } from '@nestjs/common';
import { codeRange, shanghaiDate, differencesOf, isGivenUp, problem, uuidV7, villageDifferencesOf, type CaseId, type DifferenceCause, type Difference, type FailureReason, type RecordedValues, type RecordedVillage, type SpotCheckAnswers, type VillageCheckAnswers } from '#domain';
import { AccessLog, currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { AttachmentService, contentHash, isRepetition } from '#teams';
import { RecordedReader } from './recorded-reader.js';
import { SampleIssue } from './sample-issue.service.js';
import * as sql from './task.queries.js';

export interface AttemptInput {
  readonly id: string;
  readonly triedOn: string;
  readonly reason: FailureReason;
  readonly note: string | null;
}

export interface AnswerInput {
  /** Minted by the device: the same id and content again is the same answer. */
  readonly id: string;
  readonly answers: (SpotCheckAnswers | VillageCheckAnswers) & { readonly attachmentIds: readonly string[] };
  /** Why an answer is given anew. */
  readonly reason: string | null;
}

export interface ShownAnswer {
  readonly answer: sql.AnswerRow;
  readonly causes: readonly sql.CauseRow[];
}

export type ShownTask = sql.TaskRow & sql.PlaceOfTask;

/** What an inspector does who was sent: goes, asks without seeing the record, saves, and only then compares. */
@Injectable()
export class SampleTasks {
  constructor(
    private readonly db: Db,
    private readonly recorded: RecordedReader,
    private readonly attachments: AttachmentService,
    private readonly access: AccessLog,
    private readonly issuing: SampleIssue,
  ) {}

  /** Tasks of mine that are open to me. */
  async mine({ done, cursor, limit }: { done: boolean; cursor?: string; limit: number }): Promise<Page<ShownTask>> {
    const { actor } = currentContext();
    if (actor.scope === null) return { items: [], nextCursor: null };
    const { from, to } = codeRange(actor.scope);
    const [village, id] = decodeCursor(cursor, ['village', 'uuid']) ?? [null, null];
    const rows = await this.db.query<ShownTask>(sql.myTasks, [actor.userId, from, to, done, village, id, limit + 1]);
    return toPage(rows, limit, (row) => [row.village_code, row.id], (row) => row);
  }

  /** The form: how to find the household, and nothing that is to be asked. @throws `not-found` */
  async task(id: CaseId): Promise<{ task: ShownTask; attempts: sql.AttemptRow[] }> {
    const task = await this.db.maybeOne<ShownTask>(sql.findTask, [id.countyCode, id.id]);
    if (!task || task.assignee_id !== currentContext().actor.userId) throw problem('not-found');
    return { task, attempts: await this.db.query<sql.AttemptRow>(sql.attemptsOf, [id.countyCode, id.id]) };
  }

  /** Somebody went and could not ask. @throws `not-found`, `sample.task-closed`, `sample.tried-on`, `idempotency-mismatch` */
  async attempt(id: CaseId, input: AttemptInput): Promise<{ task: ShownTask; attempts: sql.AttemptRow[] }> {
    const task = await this.locked(id);
    const hash = contentHash({ task: id.id, ...input });
    const known = await this.db.maybeOne<sql.AttemptRow>(sql.findAttempt, [id.countyCode, input.id]);
    if (!isRepetition(known && { content_hash: known.content_sha256 }, hash)) {
      const { today } = currentContext();
      if (task.closed_at !== null || task.state === 'REPLACED' || task.state === 'ANSWERED') throw problem('sample.task-closed');
      if (input.triedOn > today || input.triedOn < shanghaiDate(task.opens_at)) throw problem('sample.tried-on');
      await this.db.query(sql.insertAttempt, [id.countyCode, input.id, task.village_code, task.id, task.drawn_by, input.triedOn, input.reason, input.note, hash]);
      const attempts = await this.db.query<sql.AttemptRow>(sql.attemptsOf, [id.countyCode, id.id]);
      if (isGivenUp(attempts.map(({ reason, tried_on: triedOn }) => ({ reason, triedOn })))) await this.db.query(sql.setTaskState, [id.countyCode, id.id, 'FAILED']);
      await this.record('SAMPLE_ATTEMPT', 'sample_attempt', input.id, task, { sha256: hash });
    }
    return this.task(id);
  }

  /**
   * The next reserve in the place of a household of mine that was given up; asked for again, nothing more happens.
   * @throws `not-found`, `sample.task-closed`, `sample.not-given-up`, `sample.no-replacement`, `sample.assignee`
   */
  async replace(id: CaseId): Promise<{ task: ShownTask; attempts: sql.AttemptRow[] }> {
    const { task } = await this.task(id); // without a lock: the sample is locked first by everybody who replaces
    if (task.state === 'REPLACED') return this.task(id);
    if (task.closed_at !== null || task.state === 'ANSWERED') throw problem('sample.task-closed');
    await this.issuing.replaceFor(task);
    return this.task(id);
  }

  /**
   * Saves the answers for good and only then reads the record: what was answered cannot follow it.
   * @throws `not-found`, `sample.village-unit`, `sample.household-unit`, `sample.task-closed`, `sample.answer-repeated`, `idempotency-mismatch`, `attachment.other-subject`, `attachment.not-ready`
   */
  async answer(id: CaseId, { id: answerId, answers, reason }: AnswerInput): Promise<ShownAnswer> {
    const task = await this.locked(id);
    const hash = contentHash({ task: id.id, answers, reason });
    const known = await this.db.maybeOne<sql.AnswerRow>(sql.findAnswer, [id.countyCode, answerId]);
    if (isRepetition(known && { content_hash: known.content_sha256 }, hash) && known) return this.shown(known);
    if (task.closed_at !== null || task.state === 'REPLACED') throw problem('sample.task-closed');
    const [before] = await this.db.query<sql.AnswerRow>(sql.answersOf, [id.countyCode, id.id]);
    if (before && !reason?.trim()) throw problem('sample.answer-repeated');
    const { recorded, differences } = await this.compared(task, answers);
    await this.db.query(sql.insertAnswer, [
      id.countyCode, answerId, task.village_code, task.id, task.sample_id, task.household_id, task.drawn_by, (before?.version ?? 0) + 1, before ? reason?.trim() : null,
      JSON.stringify(answers), JSON.stringify(recorded), JSON.stringify(differences), hash,
    ]);
    await this.db.query(sql.setTaskState, [id.countyCode, id.id, 'ANSWERED']);
    if (answers.attachmentIds.length > 0) {
      const ids = answers.attachmentIds.map((attachment) => ({ countyCode: task.county_code, id: attachment }));
      await this.attachments.use(ids, { kind: 'sample_answer', id: answerId, householdId: task.household_id, villageCode: task.village_code });
    }
    await this.record('SAMPLE_ANSWER', 'sample_answer', answerId, task, { sha256: hash, version: (before?.version ?? 0) + 1 });
    return this.shown(await this.db.one<sql.AnswerRow>(sql.findAnswer, [id.countyCode, answerId]));
  }

  /** All versions of what was answered, each with the record of its moment. @throws `not-found` */
  async answers(id: CaseId): Promise<ShownAnswer[]> {
    await this.task(id);
    const rows = await this.db.query<sql.AnswerRow>(sql.answersOf, [id.countyCode, id.id]);
    return Promise.all(rows.map((row) => this.shown(row)));
  }

  /** Says why a field differs; the newest cause of a field holds. @throws `not-found`, `sample.no-difference`, `sample.cause-note` */
  async cause(id: CaseId, { field, cause, note }: { field: string; cause: DifferenceCause; note: string | null }): Promise<ShownAnswer> {
    const answer = await this.db.maybeOne<sql.AnswerRow>(sql.findAnswer, [id.countyCode, id.id]);
    if (!answer) throw problem('not-found');
    if (!answer.differences.some((difference) => difference.field === field)) throw problem('sample.no-difference');
    if (cause === 'OTHER' && !note?.trim()) throw problem('sample.cause-note');
    const causeId = uuidV7();
    await this.db.query(sql.insertCause, [answer.county_code, causeId, answer.village_code, answer.id, answer.drawn_by, field, cause, note]);
    await this.record('SAMPLE_CAUSE', 'sample_cause', causeId, answer, { answer: answer.id, field, cause });
    return this.shown(answer);
  }

  /** The record of this moment and where the answers part from it; the form must be that of the unit. */
  private async compared(task: sql.TaskRow, answers: SpotCheckAnswers | VillageCheckAnswers): Promise<{ recorded: RecordedValues | RecordedVillage; differences: Difference[] }> {
    if ('village' in answers) {
      if (task.household_id !== null) throw problem('sample.household-unit');
      const recorded = await this.recorded.ofVillage(task.county_code, task.village_code, task.year);
      return { recorded, differences: villageDifferencesOf(answers, recorded) };
    }
    if (task.household_id === null) throw problem('sample.village-unit');
    const recorded = await this.recorded.of(task.county_code, task.household_id, task.year);
    return { recorded, differences: differencesOf(answers, recorded) };
  }

  private async shown(answer: sql.AnswerRow): Promise<ShownAnswer> {
    return { answer, causes: await this.db.query<sql.CauseRow>(sql.causesOf, [answer.county_code, [answer.id]]) };
  }

  private async locked(id: CaseId): Promise<sql.TaskRow> {
    const task = await this.db.maybeOne<sql.TaskRow>(sql.lockTask, [id.countyCode, id.id]);
    if (!task || task.assignee_id !== currentContext().actor.userId) throw problem('not-found');
    return task;
  }

  /** Into the log, without content: who answered what is nobody's business but the sampler's. */
  private record(op: string, subject: string, rowId: string, { village_code: villageCode }: { village_code: string }, payload: Record<string, unknown>): Promise<void> {
    return this.access.event(op, subject, rowId, payload, { villageCode });
  }
}

