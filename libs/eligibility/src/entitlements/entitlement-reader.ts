import { Injectable } from '@nestjs/common';
import { contains, explainEntitlement, judgingMeasures, needsOf, problem, type CaseId, type LocalText, type Need, type RuleExplanation, type Verdict } from '#domain';
import { DivisionReader } from '#divisions';
import { MeasureReader, type MeasureVersion } from '#measures';
import { currentContext, Db } from '#platform';
import { VerdictReader, type Freshness } from '../verdicts/verdict-reader.js';
import { countiesOf } from '../verdicts/verdict.queries.js';
import * as sql from './entitlement-list.queries.js';
import { PresentHouseholds } from './present-household.js';

/** What a household or person has to do with one measure. */
export type EntitlementState = 'GETS' | 'LACKS' | 'MAY_GET';

export interface ExplainedEntitlement {
  readonly measure: MeasureVersion;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly state: EntitlementState;
  /** As stored by the recalculation; null: the rule is not set. */
  readonly verdict: Verdict | null;
  readonly improper: boolean;
  readonly explanation: RuleExplanation | null;
}

export interface EntitlementsOfHousehold {
  readonly year: number;
  readonly villageCode: string;
  readonly items: readonly ExplainedEntitlement[];
  readonly unanswered: readonly Need[];
  readonly freshness: Freshness;
}

export interface GapFilter {
  readonly division?: string | undefined;
  readonly kind?: string | undefined;
  readonly code?: string | undefined;
}

export interface GapSummary {
  readonly division: string;
  readonly year: number | null;
  readonly asOf: Date | null;
  readonly pending: boolean;
  readonly rows: readonly (sql.GapCountRow & { readonly name: string | null; readonly title: LocalText })[];
}

/** Entitlements as the recalculation stored them; the reasons are told from the facts. Computes no list. */
@Injectable()
export class EntitlementReader {
  constructor(
    private readonly db: Db,
    private readonly measures: MeasureReader,
    private readonly present: PresentHouseholds,
    private readonly verdicts: VerdictReader,
    private readonly divisions: DivisionReader,
  ) {}

  /** Throws `not-found`, `entitlement.not-computed`, `entitlement.year-not-kept` for another year than the newest with facts. */
  async household(id: CaseId, year?: number): Promise<EntitlementsOfHousehold> {
    const household = await this.db.maybeOne<sql.HouseholdKeptRow>(sql.householdKept, [id.countyCode, id.id]);
    if (!household) throw problem('not-found');
    if (household.computed_at === null) throw problem('entitlement.not-computed');
    const running = Number(currentContext().today.slice(0, 4));
    const kept = household.newest_year ?? running;
    if (year !== undefined && year !== kept) throw problem('entitlement.year-not-kept', { kept, year });
    const rows = await this.db.query<sql.EntitlementRow>(sql.entitlementsOfHousehold, [id.countyCode, id.id]);
    const names = new Map((await this.db.query<{ id: string; name: string }>(sql.namesOfMembers, [id.countyCode, id.id])).map((member) => [member.id, member.name]));
    const catalogue = new Map((await this.measures.inForce(`${running}-12-31`)).map((measure) => [measure.code, measure]));
    const { facts, members } = await this.present.ofYears(id, kept, running);
    const parameters = await this.present.parametersOf(id.countyCode, kept, `${kept}-12-31`);
    const question = { household: facts, members, receipts: [], measures: [], needs: [], parameters };
    const items = rows.flatMap((row) => [...new Set([...row.receiving, ...row.met, ...row.unproven])].sort().flatMap((code): ExplainedEntitlement[] => {
      const measure = catalogue.get(code);
      const [judging] = measure ? judgingMeasures([measure]) : [];
      if (!measure || !judging) return [];
      const memberId = row.subject_id === id.id ? null : row.subject_id;
      const state = row.receiving.includes(code) ? 'GETS' : row.lacking.includes(code) ? 'LACKS' : 'MAY_GET';
      return [{ measure, memberId, memberName: memberId && (names.get(memberId) ?? null), state, verdict: verdictOf(row, measure), improper: row.improper.includes(code), explanation: explainEntitlement(question, judging, memberId) }];
    }));
    const needs = needsOf([...catalogue.values()]);
    const open = rows.flatMap(({ unanswered }) => unanswered);
    return { year: kept, villageCode: household.village_code, items, unanswered: needs.filter(({ code }) => open.includes(code)), freshness: await this.verdicts.freshness(id.countyCode, household.village_code) };
  }

  /** One page of gaps; `after` is the key of the last row of the page before. Throws `not-found` for a division outside the territory. */
  async gaps(filter: GapFilter, after: readonly (string | number)[] | null, limit: number): Promise<sql.GapRow[]> {
    const { places } = await this.places(filter);
    return this.db.query<sql.GapRow>(sql.gapList, [...places, ...(after ?? [null, null, null, null, null, null]), limit]);
  }

  /** Counts by child division. */
  async summary(filter: GapFilter): Promise<GapSummary> {
    const { division, places, counties } = await this.places(filter);
    const rows = await this.db.query<sql.GapCountRow>(sql.gapSummary, [...places, childDigits(division)]);
    const fresh = await this.db.one<sql.GapFreshnessRow>(sql.gapFreshness, [division, counties]);
    const names = await this.divisions.names([...new Set(rows.map((row) => row.division))]);
    const titles = await this.titles();
    return {
      division, year: fresh.year, asOf: fresh.as_of, pending: fresh.pending,
      rows: rows.map((row) => ({ ...row, name: names.get(row.division) ?? null, title: titles.get(row.code) ?? { zh: row.code, en: row.code } })),
    };
  }

  /** Names of measures and needs by code. */
  async titles(): Promise<Map<string, LocalText>> {
    const measures = await this.measures.inForce(`${currentContext().today.slice(0, 4)}-12-31`);
    return new Map([...measures, ...needsOf(measures)].map(({ code, name }) => [code, name]));
  }

  private async places({ division: asked, kind, code }: GapFilter): Promise<{ division: string; counties: string[]; places: unknown[] }> {
    const scope = currentContext().actor.scope ?? '';
    const division = asked ?? scope;
    if (!contains(scope, division)) throw problem('not-found');
    const counties = (await this.db.query<{ code: string }>(countiesOf, [division])).map((row) => row.code);
    return { division, counties, places: [division, counties, kind ?? null, code ?? null] };
  }
}

const levels = [2, 4, 6, 9, 12];
/** Digits of the code of a division below; a village has none, and counts for itself. */
function childDigits(division: string): number {
  return levels.find((digits) => digits > division.length) ?? 12;
}

function verdictOf(row: sql.EntitlementRow, { code, eligibility }: MeasureVersion): Verdict | null {
  if (eligibility === null) return null;
  return row.met.includes(code) ? 'met' : row.improper.includes(code) ? 'not_met' : 'unproven';
}
