import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { canonicalJson, checkProblems, type CheckDefinition } from '#domain';

/** A check with its statement, when it is one. */
export interface CheckSeed {
  readonly definition: CheckDefinition;
  readonly sql: string | null;
}

interface StoredCheck {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly content: Record<string, unknown>;
}

/** Everything of a version that is looked at when it runs, in the order of the columns. */
const content = ['ordinal', 'severity', 'room', 'subject', 'name', 'meaning', 'basis', 'parameters', 'registers', 'reach', 'shown', 'rule_level', 'rule', 'examples', 'sql', 'sql_sha256', 'valid_from'];
const shape = `code text, version integer, ordinal smallint, severity text, room text, subject text, name jsonb, meaning jsonb, basis jsonb, parameters jsonb, registers text[],
  reach text, shown jsonb, rule_level text, rule jsonb, examples jsonb, sql text, sql_sha256 text, valid_from date, valid_to date`;

const storedChecks = `select v.id, v.code, v.version, to_jsonb(v) as content from check_version v`;
const insertChecks = `
insert into check_version (id, code, version, ${content.join(', ')}, valid_to)
select app.uuid_v7(), c.code, c.version, ${content.map((name) => (name === 'rule' ? `nullif(c.rule, 'null')` : `c.${name}`)).join(', ')}, c.valid_to
from jsonb_to_recordset($1::jsonb) c(${shape})`;
const replaceChecks = `
update check_version v set ${content.map((name) => `${name} = ${name === 'rule' ? `nullif(c.rule, 'null')` : `c.${name}`}`).join(', ')}
from jsonb_to_recordset($1::jsonb) c(${shape})
where v.code = c.code and v.version = c.version`;
const mayReplace = `select i.mode <> 'production' as allowed from installation i`;

/** Checks below `seeds/reference/checks`. @throws Error naming the file and its faults */
export function readChecks(root = process.env['BANGFU_ROOT'] ?? process.cwd()): CheckSeed[] {
  const folder = path.join(root, 'seeds/reference/checks');
  return readdirSync(folder).filter((file) => file.endsWith('.json')).sort().map((file) => {
    const input = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { code?: unknown; sql?: unknown };
    const sql = typeof input.sql === 'string' && /^[A-Z0-9]+\.sql$/.test(input.sql) ? readFileSync(path.join(folder, input.sql), 'utf8') : null;
    const problems = checkProblems(input, sql);
    if (problems) throw new Error(`${file}: ${JSON.stringify(problems)}`);
    if (file !== `${String(input.code)}.json`) throw new Error(`${file}: its code is ${String(input.code)}`);
    return { definition: input as unknown as CheckDefinition, sql }; // looked at above
  });
}

/**
 * Publishes the checks that are not there yet. Where a version has another content than its file, production refuses and every
 * other installation takes the file. Returns the number of versions written.
 */
export async function seedChecks(client: ClientBase, seeds: readonly CheckSeed[] = readChecks()): Promise<number> {
  const stored = new Map((await client.query<StoredCheck>(storedChecks)).rows.map((row) => [`${row.code} ${row.version}`, row]));
  const rows = seeds.map(rowOf);
  const fresh = rows.filter((row) => !stored.has(`${row.code} ${row.version}`));
  const changed = rows.filter((row) => {
    const known = stored.get(`${row.code} ${row.version}`);
    return known !== undefined && contentOf(known.content) !== contentOf({ ...row });
  });
  if (changed.length > 0 && !(await client.query<{ allowed: boolean }>(mayReplace)).rows[0]?.allowed) {
    throw new Error(`published checks have changed, give them a new version: ${changed.map(({ code }) => code).join(', ')}`);
  }
  if (fresh.length > 0) await client.query(insertChecks, [JSON.stringify(fresh)]);
  if (changed.length > 0) await client.query(replaceChecks, [JSON.stringify(changed)]);
  return fresh.length + changed.length;
}

function contentOf(row: Readonly<Record<string, unknown>>): string {
  return canonicalJson(Object.fromEntries(content.map((name) => [name, row[name] ?? null])));
}

function rowOf({ definition, sql }: CheckSeed) {
  const { code, version, ordinal, severity, room, subject, name, meaning, basis, parameters, registers, reach = 'division', values, validFrom, validTo } = definition;
  const rule = 'rule' in definition ? definition : null;
  return {
    code, version, ordinal, severity, room, subject, name, meaning, basis, parameters, registers, reach, shown: values, rule_level: rule?.level ?? null, rule: rule?.rule ?? null,
    examples: rule?.examples ?? [], sql, sql_sha256: sql === null ? null : createHash('sha256').update(sql).digest('hex'), valid_from: validFrom, valid_to: validTo,
  };
}
