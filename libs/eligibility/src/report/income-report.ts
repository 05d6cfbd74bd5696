import { Injectable } from '@nestjs/common';
import { codeRange, contains, problem } from '#domain';
import { ParameterReader } from '#divisions';
import { currentContext, Db } from '#platform';
import { newestYearOf } from '../verdicts/newest-year.js';
import { incomeBins, type IncomeBinRow } from './income.queries.js';

const STEP_FEN = 100_000;
const OPEN_BIN = 20;

export interface IncomeReport {
  readonly year: number;
  /** Width of a bin in fen; the last one is open upwards. */
  readonly step: number;
  readonly bins: readonly { readonly from: number; readonly households: number }[];
  /** Registered households whose income of the year is not recorded. */
  readonly unknown: number;
  /** Poverty line of the year in fen, working basis (工作口径); null where nobody has set it. */
  readonly line: number | null;
}

/** How the net income per head of registered households is spread, poor and exited ones alike. */
@Injectable()
export class IncomeReporter {
  constructor(
    private readonly db: Db,
    private readonly parameters: ParameterReader,
  ) {}

  /** Without a year, the newest that half of it has data for. @throws `not-found` outside the territory */
  async distribution(division: string, year?: number): Promise<IncomeReport> {
    if (!contains(currentContext().actor.scope ?? '', division)) throw problem('not-found');
    const { from, to } = codeRange(division);
    const wanted = year ?? (await newestYearOf(this.db, division)) ?? Number(currentContext().today.slice(0, 4));
    const rows = await this.db.query<IncomeBinRow>(incomeBins, [from, to, wanted, STEP_FEN, OPEN_BIN]);
    const counts = new Map(rows.map(({ bin, households }) => [bin, households]));
    const line = await this.parameters.effective('poverty_line', { year: wanted, basis: 'WORKING' });
    return {
      year: wanted, step: STEP_FEN, bins: Array.from({ length: OPEN_BIN + 1 }, (_, bin) => ({ from: bin * STEP_FEN, households: counts.get(bin) ?? 0 })),
      unknown: counts.get(-1) ?? 0, line: line?.value ?? null,
    };
  }
}
