import { Injectable } from '@nestjs/common';
import { yearOf, type CaseId } from '#domain';
import { ParameterReader } from '#divisions';
import { HouseholdReader } from '#households';
import { currentContext } from '#platform';

/** By which year a case is judged unless whoever starts it says so. */
@Injectable()
export class StartYears {
  constructor(
    private readonly households: HouseholdReader,
    private readonly parameters: ParameterReader,
  ) {}

  /**
   * The latest year of which the household has a record and for which the poverty line is set: a running year without either
   * would leave every verdict unproven. Without such a year the latest record, without any record the running year.
   */
  async ofHousehold(id: CaseId, division: string): Promise<number> {
    const recorded = await this.households.recordedYears(id);
    for (const year of recorded) {
      const line = await this.parameters.effective('poverty_line', { year, division, on: `${year}-12-31` });
      if (line?.value != null) return year;
    }
    return recorded[0] ?? yearOf(currentContext().today);
  }
}
