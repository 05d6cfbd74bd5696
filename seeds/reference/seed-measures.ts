import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { checkMeasure, FACT_CATALOGUE, type Measure } from '#domain';

const insertMeasures = `
insert into measure_version (id, code, version, kind, level, delivery, name, beneficiaries, eligibility, rule_note, amount, period, funding, after_exit, received_when, moves,
  overlapping, sources, examples, valid_from, valid_to)
select app.uuid_v7(), m.code, m.version, m.kind, m.level, m.delivery, m.name, nullif(m.beneficiaries, 'null'), nullif(m.eligibility, 'null'), nullif(m."ruleNote", 'null'),
  nullif(m.amount, 'null'), nullif(m.period, 'null'), nullif(m.funding, 'null'), nullif(m."afterExit", 'null'), nullif(m."receivedWhen", 'null'), m.moves, m.overlapping, m.sources,
  m.examples, m."effectiveFrom", m."effectiveTo"
from jsonb_to_recordset($1::jsonb) m(code text, version integer, kind text, level text, delivery text, name jsonb, beneficiaries jsonb, eligibility jsonb, "ruleNote" jsonb, amount jsonb,
  period jsonb, funding jsonb, "afterExit" jsonb, "receivedWhen" jsonb, moves jsonb, overlapping jsonb, sources jsonb, examples jsonb, "effectiveFrom" date, "effectiveTo" date)
on conflict (code, version) do nothing`;

/** Measures below `seeds/reference/measures`, one file a kind. @throws Error for one that may not be published: faulty, or failing its own examples */
export function readMeasures(root = process.env['BANGFU_ROOT'] ?? process.cwd()): Measure[] {
  const folder = path.join(root, 'seeds/reference/measures');
  return readdirSync(folder).filter((file) => file.endsWith('.json')).sort().flatMap((file) => {
    const list = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as unknown[];
    return list.map((measure) => {
      const problems = checkMeasure(measure, FACT_CATALOGUE);
      if (problems) throw new Error(`${file} ${String((measure as { code?: unknown }).code)}: ${JSON.stringify(problems)}`);
      return measure as Measure; // checked above
    });
  });
}

/** Publishes the measures that are not there yet; a version that exists is never changed. Returns the number of new ones. */
export async function seedMeasures(client: ClientBase): Promise<number> {
  return (await client.query(insertMeasures, [JSON.stringify(readMeasures().map(({ overlaps, ...measure }) => ({ ...measure, overlapping: overlaps })))])).rowCount ?? 0;
}
