import { checkParameter, isTextParameter, parentCode, policyParameter } from '#domain';
import { divisionKind } from './division-kind.js';
import { pinyinInitials } from './initials.js';
import type { ParameterSeed, ParameterSeedValue, ReferenceData, SeedQuery } from './reference-data.js';
import { insertHolidays, insertParameters, upsertDesignations, upsertDivisions } from './seed.queries.js';

/** Rows that were written; all zero when everything was there. */
export interface DivisionSeedCounts {
  readonly divisions: number;
  readonly povertyDesignations: number;
  readonly parameters: number;
  readonly holidays: number;
}

/**
 * Loads the tree, the poverty counties, the parameters and the holidays; repeating it changes nothing. Set-based: the
 * whole region takes under two seconds. Runs as the owner, with an actor set (the tables are audited).
 * @throws Error when a seeded parameter has no definition or does not fit it
 */
export async function seedDivisions(query: SeedQuery, data: ReferenceData): Promise<DivisionSeedCounts> {
  const { divisions } = data;
  const codes = divisions.map(({ code }) => code);
  const written = await query(upsertDivisions, [
    codes, divisions.map(({ name }) => name), codes.map(divisionKind), codes.map(parentCode), divisions.map(({ name }) => pinyinInitials(name)), data.divisionSource,
  ]);
  return {
    divisions: written,
    povertyDesignations: await seedDesignations(query, data),
    parameters: await query(insertParameters, [JSON.stringify(data.parameters.flatMap(parameterRows))]),
    holidays: await query(insertHolidays, [JSON.stringify(data.holidays)]),
  };
}

async function seedDesignations(query: SeedQuery, { povertyCounties: counties }: ReferenceData): Promise<number> {
  return query(upsertDesignations, [
    counties.map(({ countyCode }) => countyCode), counties.map(({ level }) => level), counties.map(({ contiguousArea }) => contiguousArea),
    counties.map(({ exitYear }) => exitYear), counties.map(({ exitAnnounced }) => exitAnnounced), '国家、自治区扶贫开发工作重点旗县名单及历年退出公告',
  ]);
}

function parameterRows({ name, values }: ParameterSeed): Record<string, unknown>[] {
  const definition = policyParameter(name);
  if (!definition) throw new Error(`seeded parameter ${name} has no definition`);
  return values.map((value: ParameterSeedValue) => {
    const refusal = checkParameter(definition, value);
    if (refusal) throw new Error(`seeded value of ${name} is refused: ${refusal[0]} ${JSON.stringify(value)}`);
    const { effectiveFrom, effectiveTo, tag: _tag, value: amount, ...rest } = value;
    const stored = isTextParameter(definition.type) ? { text: amount } : { value: amount };
    return { name, ...rest, ...stored, effective_from: effectiveFrom, effective_to: effectiveTo };
  });
}
