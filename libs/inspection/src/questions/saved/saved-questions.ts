import { Injectable } from '@nestjs/common';
import { codeRange, countyCodeOf, describeQuestion, padVillageCode, problem, uuidV7, type CaseId, type LocalText } from '#domain';
import { currentContext, Db, toPage, uuidCursor, type Page } from '#platform';
import { QuestionResolver } from '../question-resolver.js';
import { keyOf } from '../question.service.js';
import * as sql from './saved.queries.js';

export interface SavedQuestionInput {
  readonly name: string;
  readonly definition: unknown;
  readonly shared: boolean;
}

/** Questions that people keep, for themselves or for everybody who sees the division that they were saved for. */
@Injectable()
export class SavedQuestions {
  constructor(
    private readonly db: Db,
    private readonly resolver: QuestionResolver,
  ) {}

  /** Saved for the division of the question, the own territory without one. @throws as `QuestionResolver.resolve` */
  async save({ name, definition, shared }: SavedQuestionInput): Promise<sql.SavedQuestionRow> {
    const asked = await this.describe(definition);
    const { actor } = currentContext();
    return this.db.one<sql.SavedQuestionRow>(sql.insertQuestion, [
      countyCodeOf(asked.division), uuidV7(), padVillageCode(asked.division), asked.division, name.trim(), asked.dataset, JSON.stringify(asked.definition), asked.key, JSON.stringify(asked.sentence), actor.name, shared,
    ]);
  }

  /** Own and shared questions of the territory, newest first. */
  async list({ cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<Page<sql.SavedQuestionRow>> {
    const { scope } = currentContext().actor;
    if (scope === null) return { items: [], nextCursor: null };
    const { from, to } = codeRange(scope);
    const rows = await this.db.query<sql.SavedQuestionRow>(sql.listQuestions, [from, to, uuidCursor(cursor), limit + 1]);
    return toPage(rows, limit, (row) => [row.id], (row) => row);
  }

  /** @throws `not-found`, also for what somebody else keeps to himself */
  async read({ countyCode, id }: CaseId): Promise<sql.SavedQuestionRow> {
    const row = await this.db.maybeOne<sql.SavedQuestionRow>(sql.findQuestion, [countyCode, id]);
    if (!row) throw problem('not-found');
    return row;
  }

  /** Its division stays: a question for another division is another question. @throws `not-found`, `question.not-yours`, `stale-version` */
  async change(id: CaseId, version: number, { name, definition, shared }: SavedQuestionInput): Promise<sql.SavedQuestionRow> {
    const row = await this.lockOwn(id);
    if (row.version !== version) throw problem('stale-version', { current: row.version });
    const asked = await this.describe(definition);
    if (asked.division !== row.division_code) throw problem('question.other-division', { division: row.division_code });
    return this.db.one<sql.SavedQuestionRow>(sql.updateQuestion, [id.countyCode, id.id, name.trim(), JSON.stringify(asked.definition), asked.dataset, asked.key, JSON.stringify(asked.sentence), shared]);
  }

  /** @throws `not-found`, `question.not-yours` */
  async remove(id: CaseId): Promise<void> {
    await this.lockOwn(id);
    await this.db.query(sql.deleteQuestion, [id.countyCode, id.id]);
  }

  private async lockOwn({ countyCode, id }: CaseId): Promise<sql.SavedQuestionRow> {
    const row = await this.db.maybeOne<sql.SavedQuestionRow>(sql.lockQuestion, [countyCode, id]);
    if (!row) throw problem('not-found');
    if (row.owner_id !== currentContext().actor.userId) throw problem('question.not-yours');
    return row;
  }

  /** What is kept of a question: itself, its key, and its sentence up to the number. */
  private async describe(given: unknown): Promise<{ definition: unknown; division: string; dataset: string; key: string; sentence: LocalText }> {
    const definition = await this.resolver.read(given);
    const asked = await this.resolver.resolve(given);
    const sentence = describeQuestion({ ...asked, number: 0, total: null, sum: null, hits: null });
    return { definition, division: asked.definition.division, dataset: definition.dataset, key: keyOf(definition), sentence: { zh: sentence.zh.split('：')[0] ?? '', en: sentence.en.split(': ')[0] ?? '' } };
  }
}
