import { Injectable } from '@nestjs/common';
import { RULE_PARAMETERS, type ParameterValues } from '#domain';
import { ParameterReader } from '#divisions';

/** Policy numbers that rules may name, as they hold in a county on the last day of a year. */
@Injectable()
export class CountyParameters {
  constructor(private readonly parameters: ParameterReader) {}

  /** A parameter that nobody has set is null: what needs it is unproven. */
  async ofYear(countyCode: string, year: number): Promise<ParameterValues> {
    const all = await this.parameters.all({ year, division: countyCode, on: `${year}-12-31` });
    return Object.fromEntries(RULE_PARAMETERS.map(({ name }) => [name, all[name] ?? null]));
  }
}
