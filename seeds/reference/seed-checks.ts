import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { canonicalJson } from '#domain';
import { filed, nextVersion, withNumbers, type CheckRow, type StoredCheck } from './check-versions.js';
import { checkFile, readChecks, type CheckSeed } from './read-checks.js';

export { readChecks, type CheckSeed } from './read-checks.js';

/** Everything of a version that is looked at when it runs, in the order of the columns. */
const content = ['ordinal', 'severity', 'room', 'subject', 'name', 'meaning', 'basis', 'parameters', 'registers', 'reach', 'shown', 'rule_level', 'rule', 'examples', 'sql', 'sql_sha256', 'valid_from'];
const shape = `code text, version integer, release integer, ordinal smallint, severity text, room text, subject text, name jsonb, meaning jsonb, basis jsonb, parameters jsonb, registers text[],
  reach text, shown jsonb, rule_level text, rule jsonb, examples jsonb, sql text, sql_sha256 text, valid_from date, valid_to date`;

const storedChecks = `
select v.code, v.version, v.release, v.valid_from::text, v.valid_to::text, v.subject, v.rule, v.sql, v.parameters, to_jsonb(v) as content from check_version v order by v.code, v.version`;
const insertChecks = `
insert into check_version (id, code, version, release, ${content.join(', ')}, valid_to)
select app.uuid_v7(), c.code, c.version, c.release, ${content.map((name) => (name === 'rule' ? `nullif(c.rule, 'null')` : `c.${name}`)).join(', ')}, c.valid_to
from jsonb_to_recordset($1::jsonb) c(${shape})`;
const replaceChecks = `
update check_version v set ${content.map((name) => `${name} = ${name === 'rule' ? `nullif(c.rule, 'null')` : `c.${name}`}`).join(', ')}
from jsonb_to_recordset($1::jsonb) c(${shape})
where v.code = c.code and v.release = c.release`;
/** A version ends where the next one begins. $1 codes. */
const endVersions = `
update check_version v set valid_to = n.next_from
from (select o.id, lead(o.valid_from) over (partition by o.code order by o.valid_from) as next_from from check_version o where o.code = any($1::text[])) n
where v.id = n.id and n.next_from is not null and (v.valid_to is null or v.valid_to > n.next_from)`;
const mayReplace = `select i.mode <> 'production' as allowed from installation i`;

/**
 * Publishes the versions of checks that are not there yet; the version in force on the day that a new one begins ends with the day
 * before. Where a loaded version has another content than its file, production refuses and every other installation takes the file.
 * Returns the number of versions written. @throws Error naming check, version and what to do
 */
export async function seedChecks(client: ClientBase, seeds: readonly CheckSeed[] = readChecks()): Promise<number> {
  const stored = (await client.query<StoredCheck & { content: Record<string, unknown> }>(storedChecks)).rows;
  const byRelease = new Map(stored.filter(({ release }) => release !== null).map((row) => [`${row.code} ${row.release}`, row]));
  const rows = seeds.map(rowOf);
  const changed = rows.flatMap((row) => {
    const known = byRelease.get(`${row.code} ${row.release}`);
    if (known === undefined) return [];
    // The first version had none before it from which it could keep a number.
    const parameters = row.release === 1 ? known.parameters : filed(known.parameters, row.parameters);
    if (contentOf({ ...known.content, parameters }) === contentOf({ ...row })) return [];
    return [row.release === 1 ? row : { ...row, parameters: withNumbers(row.parameters, known.parameters) }];
  });
  if (changed.length > 0 && !(await client.query<{ allowed: boolean }>(mayReplace)).rows[0]?.allowed) throw new Error(changed.map(hasChanged).join('\n'));
  const all: StoredCheck[] = [...stored];
  const fresh: CheckRow[] = [];
  for (const row of rows.filter(({ code, release }) => !byRelease.has(`${code} ${release}`))) {
    const next = nextVersion(row, all.filter(({ code }) => code === row.code));
    fresh.push(next);
    all.push(next);
  }
  if (changed.length > 0) await client.query(replaceChecks, [JSON.stringify(changed)]);
  if (fresh.length > 0) await client.query(insertChecks, [JSON.stringify(fresh)]);
  if (fresh.length + changed.length > 0) await client.query(endVersions, [[...fresh, ...changed].map(({ code }) => code)]);
  return fresh.length + changed.length;
}

function hasChanged({ code, release }: CheckRow): string {
  return `check ${code} version ${release} was published with another content than ${checkFile(code, release)} has now. A published version never changes: `
    + `leave that file as it was and give the change a new version: ${code} ${release + 1}, in ${checkFile(code, release + 1)}, with a later validFrom`;
}

function contentOf(row: Readonly<Record<string, unknown>>): string {
  return canonicalJson(Object.fromEntries(content.map((name) => [name, row[name] ?? null])));
}

function rowOf({ definition, sql }: CheckSeed): CheckRow {
  const { code, version, ordinal, severity, room, subject, name, meaning, basis, parameters, registers, reach = 'division', values, validFrom, validTo } = definition;
  const rule = 'rule' in definition ? definition : null;
  return {
    code, version, release: version, ordinal, severity, room, subject, name, meaning, basis, parameters, registers, reach, shown: values, rule_level: rule?.level ?? null,
    rule: rule?.rule ?? null, examples: rule?.examples ?? [], sql, sql_sha256: sql === null ? null : createHash('sha256').update(sql).digest('hex'),
    valid_from: validFrom, valid_to: validTo,
  };
}
