import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { checkRuleSet, FACT_CATALOGUE, type RuleSet } from '#domain';

const insertRules = `
insert into rule_version (id, code, version, level, name, description, expression, examples, source, valid_from, valid_to)
select app.uuid_v7(), r.code, r.version, r.level, r.name, r.description, r.rule, r.examples, r.source, r."effectiveFrom", r."effectiveTo"
from jsonb_to_recordset($1::jsonb) r(code text, version integer, level text, name jsonb, description jsonb, rule jsonb, examples jsonb, source jsonb,
  "effectiveFrom" date, "effectiveTo" date)
on conflict (code, version) do nothing`;

/** Rules below `seeds/reference/rules`. @throws Error for a rule that may not be published: faulty, or failing its own examples */
export function readRules(root = process.env['BANGFU_ROOT'] ?? process.cwd()): RuleSet[] {
  const folder = path.join(root, 'seeds/reference/rules');
  return readdirSync(folder).filter((file) => file.endsWith('.json')).sort().map((file) => {
    const set: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    const problems = checkRuleSet(set, FACT_CATALOGUE);
    if (problems) throw new Error(`${file}: ${JSON.stringify(problems)}`);
    return set as RuleSet; // checked above
  });
}

/** Publishes the rules that are not there yet; a version that exists is never changed. Returns the number of new ones. */
export async function seedRules(client: ClientBase): Promise<number> {
  return (await client.query(insertRules, [JSON.stringify(readRules())])).rowCount ?? 0;
}
