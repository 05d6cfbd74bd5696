import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, codeRange, columnsOf, countyCodeOf, padVillageCode, problem, uuidV7, type CaseId } from '#domain';
import { currentContext, Db, toPage, uuidCursor, type Page } from '#platform';
import { QuestionResolver } from '../question-resolver.js';
import { QuestionRows } from '../question-rows.js';
import { QuestionService } from '../question.service.js';
import { fieldsNamed, rowsStatement, ruleVersionsOf, type RuleVersionRow } from '../question.queries.js';
import type { ResolvedQuestion } from '../resolved-question.js';
import { SavedQuestions } from '../saved/saved-questions.js';
import * as sql from './freeze.queries.js';

/** What the same question answers now, beside what it answered then. */
export interface FreezeCheck {
  readonly same: boolean;
  readonly rows: number;
  readonly sha256: string;
  readonly frozenRows: number;
  readonly frozenSha256: string;
}

const rulesOf: Readonly<Record<string, string>> = { exit_verdict: 'household.exit', re_entry_verdict: 'household.re_entry', ineligible_verdict: 'household.ineligible' };

/** Frozen answers: enough to repeat the question and to prove that a list of rows is the one that was found. */
@Injectable()
export class QuestionFreezes {
  constructor(
    private readonly db: Db,
    private readonly resolver: QuestionResolver,
    private readonly questions: QuestionService,
    private readonly rows: QuestionRows,
    private readonly saved: SavedQuestions,
  ) {}

  /** @throws as `QuestionService.answer`; `not-found` for a question that is not seen */
  async freeze(given: unknown, question: CaseId | null): Promise<sql.FreezeRow> {
    if (question) await this.saved.read(question);
    const asked = await this.resolver.resolve(given);
    const answer = await this.questions.answer(given, { rows: 1 });
    const columns = columnsOf(asked.definition).map(({ name }) => name);
    const { rows, sha256 } = await this.digest(asked, columns);
    const { number, total, unproven, sum, hits, groups } = answer;
    const parameters = { values: rowsStatement(asked, columns, {}).values, parameters: asked.understood };
    const { division } = asked.definition;
    return this.db.one<sql.FreezeRow>(sql.insertFreeze, [
      countyCodeOf(division), uuidV7(), padVillageCode(division), division, question?.id ?? null, JSON.stringify(asked.definition), answer.key, JSON.stringify(answer.sentence),
      JSON.stringify({ number, total, unproven, sum, hits, groups: groups.map(({ key, name, number: n, sum: amount, hits: met }) => ({ key, name, number: n, sum: amount, hits: met })) }),
      rowsStatement(asked, columns, {}).sql, JSON.stringify(parameters), JSON.stringify(await this.ruleVersions(asked)), columns, rows, sha256,
      JSON.stringify({ on: asked.on, year: asked.year, at: currentContext().now.toISOString(), ofToday: answer.asOf.ofToday }), currentContext().actor.name,
    ]);
  }

  /** @throws `not-found` */
  async read({ countyCode, id }: CaseId): Promise<sql.FreezeRow> {
    const row = await this.db.maybeOne<sql.FreezeRow>(sql.findFreeze, [countyCode, id]);
    if (!row) throw problem('not-found');
    return row;
  }

  async list({ cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<Page<sql.FreezeRow>> {
    const { scope } = currentContext().actor;
    if (scope === null) return { items: [], nextCursor: null };
    const { from, to } = codeRange(scope);
    const rows = await this.db.query<sql.FreezeRow>(sql.listFreezes, [from, to, uuidCursor(cursor), limit + 1]);
    return toPage(rows, limit, (row) => [row.id], (row) => row);
  }

  /** Asks again for the same day, year and columns: what was recorded later does not count, what only is as of today does. */
  async check(id: CaseId): Promise<FreezeCheck> {
    const frozen = await this.read(id);
    const asked = await this.resolver.resolve({ ...frozen.definition, asOf: { on: frozen.as_of.on, ...(frozen.as_of.year === null ? {} : { year: frozen.as_of.year }) } });
    const { rows, sha256 } = await this.digest(asked, frozen.columns);
    return { same: sha256 === frozen.sha256, rows, sha256, frozenRows: frozen.rows, frozenSha256: frozen.sha256 };
  }

  /** Rows and their SHA-256: one line of canonical JSON a row, `[county, id, village, …columns]`, in order of village and id. */
  private async digest(asked: ResolvedQuestion, columns: readonly string[]): Promise<{ rows: number; sha256: string }> {
    const hash = createHash('sha256');
    let count = 0;
    for await (const rows of this.rows.read(asked, columns)) {
      for (const row of rows) hash.update(`${canonicalJson([row.county_code, row.id, row.village_code, ...columns.map((_, index) => row[`c${index}`] ?? null)])}\n`);
      count += rows.length;
    }
    return { rows: count, sha256: hash.digest('hex') };
  }

  private async ruleVersions(asked: ResolvedQuestion): Promise<RuleVersionRow[]> {
    const named = [...fieldsNamed([asked.chips, asked.of], asked), ...columnsOf(asked.definition).map(({ name }) => name)];
    const codes = named.flatMap((name) => (asked.dataset.name === 'household' ? (rulesOf[name] ?? []) : []));
    if (codes.length === 0 || asked.year === null) return [];
    const { from, to } = codeRange(asked.definition.division);
    return this.db.query<RuleVersionRow>(ruleVersionsOf, [from, to, asked.year, codes]);
  }
}
