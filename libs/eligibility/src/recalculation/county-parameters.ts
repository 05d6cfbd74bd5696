import { Injectable } from '@nestjs/common';
import { RULE_PARAMETERS, type ParameterValues } from '#domain';
import { ParameterReader } from '#divisions';

const names = RULE_PARAMETERS.map(({ name }) => name);

/** Policy numbers that rules may name, as they hold in a county on the last day of a year. */
@Injectable()
export class CountyParameters {
  constructor(private readonly parameters: ParameterReader) {}

  /** A parameter that nobody has set is null: what needs it is unproven. */
  ofYear(countyCode: string, year: number): Promise<ParameterValues> {
    return this.parameters.values(names, { year, division: countyCode, on: `${year}-12-31` });
  }
}
