import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { CARE_CATALOGUE, checkRuleSet, type LocalText, type RuleSet } from '#domain';

const insertRegisters = `
insert into care_register_version (id, code, version, ordinal, level, name, description, expression, examples, source, list_name, valid_from, valid_to)
select app.uuid_v7(), r.code, r.version, r.ordinal, r.level, r.name, r.description, r.rule, r.examples, r.source, r.list, r."effectiveFrom", r."effectiveTo"
from jsonb_to_recordset($1::jsonb) r(code text, version integer, ordinal smallint, level text, name jsonb, description jsonb, rule jsonb, examples jsonb, source jsonb, list jsonb,
  "effectiveFrom" date, "effectiveTo" date)
on conflict (code, version) do nothing`;

/** A rule that says who is on a care register, with its place in the list and the department's list that it is compared with. */
export interface CareRegisterSeed extends RuleSet {
  readonly ordinal: number;
  readonly list: LocalText | null;
}

/** Registers below `seeds/reference/care`. @throws Error for one whose rule is faulty or fails its own examples */
export function readCareRegisters(root = process.env['BANGFU_ROOT'] ?? process.cwd()): CareRegisterSeed[] {
  const folder = path.join(root, 'seeds/reference/care');
  return readdirSync(folder).filter((file) => file.endsWith('.json')).sort().map((file) => {
    const { ordinal, list, ...set } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as CareRegisterSeed; // the rule set is checked below
    const problems = checkRuleSet(set, CARE_CATALOGUE);
    if (problems) throw new Error(`${file}: ${JSON.stringify(problems)}`);
    return { ordinal, list, ...set };
  });
}

/** Publishes the registers that are not there yet; a version that exists is never changed. Returns the number of new ones. */
export async function seedCareRegisters(client: ClientBase): Promise<number> {
  return (await client.query(insertRegisters, [JSON.stringify(readCareRegisters())])).rowCount ?? 0;
}
