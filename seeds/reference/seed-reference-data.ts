import type { ClientBase } from 'pg';
import { seedDivisions } from '#divisions';
import { loadReference } from './load.js';
import { seedMeasures } from './seed-measures.js';
import { seedCareRegisters } from './seed-care.js';
import { seedChecks } from './seed-checks.js';
import { seedPacks } from './seed-packs.js';
import { seedRules } from './seed-rules.js';

/** Seeds of the slices in their order. Each is an idempotent set-based upsert that reads its files below `seeds/reference`. */
export async function seedReferenceData(client: ClientBase): Promise<Record<string, number>> {
  const divisions = await seedDivisions(async (sql, params) => (await client.query(sql, params)).rowCount ?? 0, loadReference());
  const packs = await seedPacks(client);
  const rules = await seedRules(client);
  const measures = await seedMeasures(client);
  const careRegisters = await seedCareRegisters(client);
  const checks = await seedChecks(client);
  return { ...divisions, packs, rules, measures, careRegisters, checks };
}
