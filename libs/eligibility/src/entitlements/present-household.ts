import { Injectable } from '@nestjs/common';
import { FACT_CATALOGUE, presentFacts, problem, RULE_PARAMETERS, type CaseId, type FactValues, type ParameterValues } from '#domain';
import { ParameterReader } from '#divisions';
import { Db } from '#platform';
import { householdFactsSql, memberFactsSql } from '../facts/household-facts.queries.js';
import { joins } from '../recalculation/recalculation.queries.js';
import { receiptsOfHousehold, type ReceiptRow } from './receipts.queries.js';

/** A household as help sees it: what was last recorded, with the registration of a year. */
export interface PresentHousehold {
  /** The year that its facts were recorded of. */
  readonly year: number;
  readonly facts: FactValues;
  readonly members: readonly { readonly id: string; readonly facts: FactValues }[];
}

const recordedUpTo = `
select max(y.year)::integer as year from household_year y where y.county_code = $1 and y.household_id = $2 and y.year <= $3 and y.superseded_at is null`;

const names = [...FACT_CATALOGUE.facts.household.values()].filter(({ type }) => type !== 'ratio').map(({ name }) => name);

/** Computes one household from what is written at this moment, inside the caller's transaction. Nothing is stored. */
@Injectable()
export class PresentHouseholds {
  constructor(
    private readonly db: Db,
    private readonly parameters: ParameterReader,
  ) {}

  /** Facts of the newest year up to `running` that the household has a record of (of `running` without any), registration of `running`. Throws `not-found`. */
  async read({ countyCode, id }: CaseId, running: number): Promise<PresentHousehold> {
    const { year } = await this.db.one<{ year: number | null }>(recordedUpTo, [countyCode, id, running]);
    return this.ofYears({ countyCode, id }, year ?? running, running);
  }

  /** Facts of one year with the registration of another. Throws `not-found`. */
  async ofYears({ countyCode, id }: CaseId, year: number, running: number): Promise<PresentHousehold> {
    await this.db.query(joins.few);
    const rows = await this.db.query<Record<string, unknown> & { year: number }>(householdFactsSql('household'), [countyCode, [id], [...new Set([year, running])]]);
    const members = await this.db.query<FactValues & { member_id: string }>(memberFactsSql('household'), [countyCode, [id], [year]]);
    await this.db.query(joins.usual);
    const of = (wanted: number): FactValues => onlyFacts(rows.find((row) => row.year === wanted));
    return { year, facts: presentFacts(of(year), of(running)), members: members.map((facts) => ({ id: facts.member_id, facts })) };
  }

  /** Recorded help that counts from the first to the last year. */
  async receipts({ countyCode, id }: CaseId, from: number, to: number): Promise<{ measureCode: string; memberId: string | null }[]> {
    return (await this.db.query<ReceiptRow>(receiptsOfHousehold, [countyCode, id, from, to])).map((row) => ({ measureCode: row.measure_code, memberId: row.member_id }));
  }

  /** Policy numbers of a year as they hold on a day; null is not set. */
  parametersOf(countyCode: string, year: number, on: string): Promise<ParameterValues> {
    return this.parameters.values(RULE_PARAMETERS.map(({ name }) => name), { year, division: countyCode, on });
  }
}

function onlyFacts(row: Record<string, unknown> | undefined): FactValues {
  if (!row) throw problem('not-found');
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null])) as FactValues;
}
