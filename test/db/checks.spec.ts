import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { cleanRegion, type CleanRegion } from '../support/inspection/clean-region.js';
import { CheckBench, loadPlant, plantCodes, type CheckFindings, type CheckPlant } from '../support/inspection/plant.js';

/** Faults of every check that are planted in one region. */
const FAULTS = 3;
const wanted = process.env['CHECKS']?.split(',');

describe('a region in which nothing is wrong', () => {
  let database: TestDatabase;
  let bench: CheckBench;
  let region: CleanRegion;
  beforeAll(async () => {
    database = await createTestDatabase();
    region = await cleanRegion(database);
    await region.write(database);
    bench = await CheckBench.open(database);
  }, 120_000);
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  it('holds sixty households, and no check finds anything or leaves anything unproven', async () => {
    expect(region.households).toHaveLength(60);
    const found: [string, unknown[]][] = [];
    for (const { code } of bench.checks.filter((check) => wanted?.includes(check.code) ?? true)) {
      const { hits, unproven } = await bench.run(code, region);
      if (hits.length + unproven > 0) found.push([code, [...hits.slice(0, 3), unproven]]);
    }
    expect(found).toEqual([]);
  }, 60_000);
});

describe(`a region with ${FAULTS} faults of every check`, () => {
  const codes = plantCodes();
  const expected = new Map<string, string[]>();
  const clean = new Set<string>();
  const refused = new Map<string, unknown>();
  const found = new Map<string, CheckFindings>();
  const set = new Map<string, CheckPlant['parameters']>();
  let database: TestDatabase;
  let bench: CheckBench;
  beforeAll(async () => {
    database = await createTestDatabase();
    const region = await cleanRegion(database);
    for (const code of codes) {
      try {
        const plant = await loadPlant(code);
        set.set(code, plant.parameters);
        for (let n = 0; n < FAULTS; n++) {
          const keys = plant.fault(region, n);
          if (!keys.some((key) => key.startsWith(`${code}:`))) throw new Error(`fault ${n} names no key of ${code}`);
          for (const key of keys) expected.set(key.slice(0, 3), [...(expected.get(key.slice(0, 3)) ?? []), key]);
          plant.nearMiss(region, n);
        }
        clean.add(code);
      } catch (error) {
        refused.set(code, error);
      }
    }
    await region.write(database);
    bench = await CheckBench.open(database);
    for (const { code } of bench.checks) {
      try {
        found.set(code, await bench.run(code, region, set.get(code)));
      } catch (error) {
        refused.set(code, error);
      }
    }
  }, 300_000);
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  it.each(codes)('%s is found exactly where it was planted, and not in the near misses', (code) => {
    if (refused.has(code)) throw refused.get(code);
    const keys = (found.get(code)?.hits ?? []).map(({ hitKey }) => hitKey).sort();
    expect(keys).toEqual([...new Set(expected.get(code))].sort());
    expect(new Set(keys.map((key) => key)).size).toBe(keys.length);
  });

  it.each(codes)('%s says of every hit where it lies and shows the values that it declares', (code) => {
    if (refused.has(code)) throw refused.get(code);
    const check = bench.checks.find((one) => one.code === code);
    const names = (check?.shown ?? []).map(({ name }) => name).sort();
    for (const { county_code: county, village_code: village, vals, hitKey } of found.get(code)?.hits ?? []) {
      expect([hitKey, /^[0-9]{6}$/.test(county ?? ''), /^[0-9]{12}$/.test(village ?? '')]).toEqual([hitKey, true, true]);
      expect([hitKey, Object.keys(vals).sort()]).toEqual([hitKey, names]);
      expect(JSON.stringify(vals)).not.toMatch(/[0-9]{17}[0-9X]/);
    }
  });

  it('every check that is published has a plant', () => {
    expect(wanted ? [] : bench.checks.map(({ code }) => code).filter((code) => !codes.includes(code))).toEqual([]);
  });
});
