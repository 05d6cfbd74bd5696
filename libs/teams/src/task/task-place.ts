import { Injectable } from '@nestjs/common';
import { contains, countyCodeOf, parseCaseId, problem } from '#domain';
import { DivisionReader } from '#divisions';
import { currentContext, Db } from '#platform';
import { clueHousehold, lockClue, type ClueRow } from '../clue/clue.queries.js';
import type { TaskRequest } from './task.dto.js';
import type { TaskInput } from './task.service.js';

/** Finds out where a task is to be done: at a household, where a clue was seen, or in a village. */
@Injectable()
export class TaskPlace {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
  ) {}

  /** @throws `not-found` when nothing is named, or something outside the territory */
  async locate({ householdId, clueId, villageCode, ...rest }: TaskRequest): Promise<TaskInput> {
    const clue = clueId === undefined ? null : await this.clue(clueId);
    const household = householdId === undefined ? this.householdOf(clue) : parseCaseId(householdId);
    if (household) {
      const found = await this.db.maybeOne<{ village_code: string }>(clueHousehold, [household.countyCode, household.id]);
      if (!found || (clue && clue.county_code !== household.countyCode)) throw problem('not-found');
      return { ...rest, householdId: household, countyCode: household.countyCode, villageCode: found.village_code, clueId: clue?.id };
    }
    const village = clue?.village_code ?? (await this.village(villageCode));
    return { ...rest, countyCode: countyCodeOf(village), villageCode: village, clueId: clue?.id };
  }

  private householdOf(clue: ClueRow | null) {
    const id = clue?.settled_household_id ?? clue?.household_id;
    return clue && id ? { countyCode: clue.county_code, id } : undefined;
  }

  private async clue(text: string): Promise<ClueRow> {
    const id = parseCaseId(text);
    const found = id && (await this.db.maybeOne<ClueRow>(lockClue, [id.countyCode, id.id]));
    if (!found) throw problem('not-found');
    return found;
  }

  private async village(code: string | undefined): Promise<string> {
    const { scope } = currentContext().actor;
    if (code === undefined || scope === null || !contains(scope, code) || !(await this.divisions.find(code))) throw problem('not-found');
    return code;
  }
}
