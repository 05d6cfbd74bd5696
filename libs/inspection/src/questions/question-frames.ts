import { Injectable } from '@nestjs/common';
import { datasetOf, formatCaseId, problem, type QuestionField } from '#domain';
import { Db } from '#platform';
import { householdsStatement, UUID_LENGTH, VILLAGE_LENGTH, villagesStatement, type CountyHouseholds, type VillageRows } from './frame.queries.js';
import { QuestionGuard } from './question-guard.js';
import { QuestionResolver } from './question-resolver.js';
import type { ResolvedQuestion } from './resolved-question.js';

/** A household behind a question. */
export interface FrameHousehold {
  /** `<county>-<uuid>`. */
  readonly id: string;
  readonly village: string;
  /** The fields asked for by name; `''` without a value. Households without fields share one. */
  readonly strata: Readonly<Record<string, string>>;
}

export interface FrameVillage {
  readonly village: string;
  /** Rows that meet the question. */
  readonly rows: number;
  readonly strata: Readonly<Record<string, string>>;
}

/** What stands behind a question as a whole: each household or village once. Runs in the transaction of the caller, which wants to be a steady one. */
@Injectable()
export class QuestionFrames {
  constructor(
    private readonly db: Db,
    private readonly resolver: QuestionResolver,
    private readonly guard: QuestionGuard,
  ) {}

  /**
   * Every household once, by its first row in order of village and id, in byte order of ids. `strata` are fields that can be grouped by.
   * Null when a row belongs to no household. @throws as `QuestionResolver.resolve`, `question.invalid` for another field
   */
  async households(definition: unknown, { strata = [] }: { strata?: readonly string[] } = {}): Promise<FrameHousehold[] | null> {
    const asked = await this.resolver.resolve(definition);
    const fields = strata.map((name) => groupableField(asked, name));
    const counties = await this.wide<CountyHouseholds>(asked, householdsStatement(asked, fields));
    if (counties.some(({ without }) => without)) return null;
    const households: FrameHousehold[] = [];
    for (const county of counties) appendHouseholds(households, county, fields);
    return households;
  }

  /** Every village with its rows, in order of codes; `strata` as its first row has them. @throws as {@link households} */
  async villages(definition: unknown, { strata = [] }: { strata?: readonly string[] } = {}): Promise<FrameVillage[]> {
    const asked = await this.resolver.resolve(definition);
    const fields = strata.map((name) => groupableField(asked, name));
    const villages = await this.wide<VillageRows>(asked, villagesStatement(asked, fields));
    return villages.map((row) => ({ village: row.village_code, rows: row.rows, strata: strataOf(fields, (index) => row[`c${index}`]) }));
  }

  private async wide<Row>(asked: ResolvedQuestion, { sql, values }: { sql: string; values: readonly unknown[] }): Promise<Row[]> {
    await this.guard.makeRoom(asked);
    const rows = await this.db.query<Row>(sql, values);
    await this.guard.usual();
    return rows;
  }
}

const none: Readonly<Record<string, string>> = {};

function appendHouseholds(households: FrameHousehold[], county: CountyHouseholds, fields: readonly QuestionField[]): void {
  const { county_code: code, keys } = county;
  const columns = fields.map((_, index) => county[`c${index}`] as readonly unknown[]);
  const width = UUID_LENGTH + VILLAGE_LENGTH;
  for (let at = 0, n = 0; keys !== null && at < keys.length; at += width, n += 1) {
    households.push({
      id: formatCaseId(code, keys.slice(at, at + UUID_LENGTH)), village: keys.slice(at + UUID_LENGTH, at + width), strata: fields.length === 0 ? none : strataOf(fields, (index) => columns[index]?.[n]),
    });
  }
}

function strataOf(fields: readonly QuestionField[], value: (index: number) => unknown): Record<string, string> {
  return Object.fromEntries(fields.map(({ name }, index) => [name, text(value(index))]));
}

function groupableField(asked: ResolvedQuestion, name: string): QuestionField {
  const field = datasetOf(asked.definition.dataset).fields.find((known) => known.name === name && known.groupable && known.type !== 'date');
  if (!field) throw problem('question.invalid', { first: `不能按“${name}”分层`, firstEn: `no strata by "${name}"`, faults: [{ path: '$.strata', message: { zh: `不能按“${name}”分层`, en: `no strata by "${name}"` } }] });
  return field;
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value as string | number | boolean));
