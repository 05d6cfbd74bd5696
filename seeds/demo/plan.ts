import { apportion, type Random } from './random.js';

/** End of 2016: registered persons of one county by category of measures (published table, vendored beside the reference seeds). */
export interface CountyStock {
  readonly countyCode: string;
  readonly categories: Readonly<Record<MeasureCategory, number>>;
}
export const measureCategories = ['INDUSTRY', 'RELOCATION', 'ECOLOGY', 'EDUCATION', 'SOCIAL_SECURITY'] as const;
export type MeasureCategory = (typeof measureCategories)[number];

export interface PlannedHousehold {
  readonly countyCode: string;
  readonly category: MeasureCategory;
  readonly size: number;
}

/** Persons per household at the end of 2016: 250,000 households and 556,000 persons. */
const sizes: readonly (readonly [number, number])[] = [[1, 31], [2, 37], [3, 18], [4, 9], [5, 4], [6, 1]];

export function parseStock(csv: string): CountyStock[] {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  return lines.map((line) => {
    const [countyCode = '', , , , , ...numbers] = line.split(',');
    const [INDUSTRY = 0, RELOCATION = 0, ECOLOGY = 0, EDUCATION = 0, SOCIAL_SECURITY = 0] = numbers.map(Number);
    return { countyCode, categories: { INDUSTRY, RELOCATION, ECOLOGY, EDUCATION, SOCIAL_SECURITY } };
  });
}

/** Exactly the published persons, county by county and category by category. */
export function* calibratedPlan(stock: readonly CountyStock[], random: Random): Generator<PlannedHousehold> {
  for (const { countyCode, categories } of stock) {
    for (const category of measureCategories) {
      for (let left = categories[category]; left > 0; ) {
        const size = Math.min(left, random.weighted(sizes));
        left -= size;
        yield { countyCode, category, size };
      }
    }
  }
}

/** `households` spread over the counties (all of the stock, or the named ones evenly) in proportion to the published persons. */
export function* sampledPlan(stock: readonly CountyStock[], households: number, random: Random, counties?: readonly string[]): Generator<PlannedHousehold> {
  const chosen = counties ? counties.map((code) => stock.find((entry) => entry.countyCode === code)).filter((entry) => entry !== undefined) : [...stock];
  const total = (entry: CountyStock) => measureCategories.reduce((sum, category) => sum + entry.categories[category], 0);
  const shares = apportion(households, chosen.map((entry) => (counties ? 1 : total(entry))));
  for (const [i, entry] of chosen.entries()) {
    const weights = measureCategories.map((category) => entry.categories[category]);
    for (const [k, count] of apportion(shares[i] ?? 0, weights).entries()) {
      for (let n = 0; n < count; n++) yield { countyCode: entry.countyCode, category: measureCategories[k] ?? 'INDUSTRY', size: random.weighted(sizes) };
    }
  }
}
