import { Injectable } from '@nestjs/common';
import { problem, uuidV7 } from '#domain';
import { currentContext, Db } from '#platform';
import { caseIdOf, realDay } from '../shared/expected.js';
import { HelpRows } from '../shared/help-rows.js';
import { HelpedPeople, personRefusal } from '../shared/helped-people.js';
import { MeasureLookup } from '../shared/measure-lookup.js';
import * as sql from './plan.queries.js';
import type { PlanItemRow, PlanRow } from './plan.queries.js';

export interface PlanItemInput {
  readonly measureCode: string;
  readonly memberId?: string;
  readonly aim: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly amountFen?: number;
  readonly responsible?: string;
}
type PlanKey = Pick<PlanRow, 'county_code' | 'village_code' | 'id' | 'household_id'>;

/** The measures of a plan. */
@Injectable()
export class PlanItems {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly people: HelpedPeople,
    private readonly measures: MeasureLookup,
  ) {}

  /** Writes all items of a draft anew. @throws `plan.items-required`, `plan.item-repeated`, `help.unknown-measure`, `member.not-in-household` */
  async replace(plan: PlanKey, items: readonly PlanItemInput[]): Promise<void> {
    if (items.length === 0) throw problem('plan.items-required');
    if (new Set(items.map(({ measureCode, memberId }) => `${measureCode}/${memberId ?? ''}`)).size < items.length) throw problem('plan.item-repeated');
    const memberIds = items.map(({ memberId }) => (memberId === undefined ? null : this.memberOf(plan, memberId)));
    const members = await this.people.members(plan.county_code, memberIds.filter((id) => id !== null));
    const made = [];
    for (const [i, item] of items.entries()) {
      const memberId = memberIds[i] ?? null;
      const measure = await this.measures.find(item.measureCode, currentContext().today);
      const refusal = personRefusal(measure, { householdId: plan.household_id, memberId, members });
      if (refusal) throw refusal;
      const [startsOn, endsOn] = [item.startsOn ?? null, item.endsOn ?? null];
      if (startsOn !== null) realDay(startsOn, 'startsOn');
      if (endsOn !== null) realDay(endsOn, 'endsOn');
      if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw problem('help.dates');
      made.push({
        ...keysOf(plan), ordinal: i + 1, member_id: memberId, measure_code: item.measureCode, aim: item.aim, starts_on: startsOn, ends_on: endsOn, amount_fen: item.amountFen ?? null,
        responsible: item.responsible ?? null,
      });
    }
    await this.db.query(sql.dropItems, [plan.county_code, plan.id]);
    await this.rows.insert('help_plan_item', made);
  }

  /** The same items for the next revision. */
  async copy(items: readonly PlanItemRow[], plan: PlanKey): Promise<void> {
    await this.rows.insert('help_plan_item', items.map(({ ordinal, member_id, measure_code, aim, starts_on, ends_on, amount_fen, responsible }) => ({
      ...keysOf(plan), ordinal, member_id, measure_code, aim, starts_on, ends_on, amount_fen, responsible,
    })));
  }

  private memberOf(plan: PlanKey, memberId: string): string {
    const id = caseIdOf(memberId);
    if (id.countyCode !== plan.county_code) throw problem('member.not-in-household');
    return id.id;
  }
}

const keysOf = (plan: PlanKey) => ({ county_code: plan.county_code, village_code: plan.village_code, id: uuidV7(), plan_id: plan.id, household_id: plan.household_id });
