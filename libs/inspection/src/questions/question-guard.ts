import { Injectable } from '@nestjs/common';
import { problem } from '#domain';
import { Db } from '#platform';
import { explainStatement, roomForQuestion, roomForRegion, usualRoom, type Statement } from './question.queries.js';
import type { ResolvedQuestion } from './resolved-question.js';

interface Explained {
  'QUERY PLAN': { Plan: { 'Total Cost': number } }[];
}

/** What servers before 18 add to a plan for each step that it was asked to avoid and could not. */
const AVOIDED = 10_000_000_000;

const REGION_DIGITS = 2;

/** Refuses questions that would read too much, before they read anything. */
@Injectable()
export class QuestionGuard {
  /** In the planner's own units; one pass over the households of the region with their facts is about 300,000. */
  maxCost = 10_000_000;

  constructor(private readonly db: Db) {}

  /** Plans a statement and refuses a costly one. @throws `question.too-wide` with a hint to narrow */
  async allow({ sql, values }: Statement): Promise<number> {
    const [explained] = await this.db.query<Explained>(explainStatement(sql), values);
    const cost = (explained?.['QUERY PLAN'][0]?.Plan['Total Cost'] ?? 0) % AVOIDED;
    if (cost > this.maxCost) throw problem('question.too-wide', { cost: Math.round(cost), limit: this.maxCost });
    return cost;
  }

  /** Settings for all rows of a region, for many, or for those of a township or village. */
  async makeRoom({ definition: { division } }: ResolvedQuestion): Promise<void> {
    await this.db.query(roomForQuestion, [division.length >= 9 ? 'on' : 'off']);
    if (division.length === REGION_DIGITS) await this.db.query(roomForRegion);
  }

  async usual(): Promise<void> {
    await this.db.query(usualRoom);
  }
}
