import { Injectable } from '@nestjs/common';
import { codeRange, contains, problem, shanghaiMidnight, type LocalText } from '#domain';
import { currentContext, Db } from '#platform';
import { PackReader } from '../pack/pack-reader.js';
import * as sql from './funnel.queries.js';

export interface CaseFunnel {
  readonly pack: string;
  readonly name: LocalText;
  readonly year: number;
  readonly steps: readonly { readonly code: string; readonly name: LocalText; readonly reached: number; readonly waiting: number }[];
  readonly outcomes: readonly sql.OutcomeRow[];
}

/** How far the cases of a procedure came: step by step in the order of the pack that is in force at the end of the year. */
@Injectable()
export class CaseReporter {
  constructor(
    private readonly db: Db,
    private readonly packs: PackReader,
  ) {}

  /** @throws `not-found` outside the territory, `pack.not-found`, `pack.not-effective` */
  async funnel(division: string, packCode: string, year: number): Promise<CaseFunnel> {
    const { actor, today } = currentContext();
    if (!contains(actor.scope ?? '', division)) throw problem('not-found');
    const { pack } = await this.packs.effective(packCode, `${year}-12-31` < today ? `${year}-12-31` : today);
    const { from, to } = codeRange(division);
    const question = [from, to, packCode, shanghaiMidnight(`${year}-01-01`), shanghaiMidnight(`${year + 1}-01-01`)];
    const rows = new Map((await this.db.query<sql.FunnelRow>(sql.funnelOf, question)).map((row) => [row.step, row]));
    const steps = pack.steps.map(({ code, name }) => ({ code, name, reached: rows.get(code)?.reached ?? 0, waiting: rows.get(code)?.waiting ?? 0 }));
    return { pack: packCode, name: pack.name, year, steps, outcomes: await this.db.query<sql.OutcomeRow>(sql.outcomesOf, question) };
  }
}
