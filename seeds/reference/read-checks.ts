import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { checkProblems, type CheckDefinition } from '#domain';

/** A version of a check with its statement, when it is one. */
export interface CheckSeed {
  readonly definition: CheckDefinition;
  readonly sql: string | null;
}

/** File of a version: `A01.json` the first, `A01-2.json` the second. */
export function checkFile(code: string, version: number): string {
  return version === 1 ? `${code}.json` : `${code}-${version}.json`;
}

/** Checks below `seeds/reference/checks`, the versions of each in their order. @throws Error naming the file and its faults */
export function readChecks(root = process.env['BANGFU_ROOT'] ?? process.cwd()): CheckSeed[] {
  const folder = path.join(root, 'seeds/reference/checks');
  const seeds = readdirSync(folder).filter((file) => file.endsWith('.json')).sort().map((file) => {
    const input = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { code?: unknown; version?: unknown; sql?: unknown };
    const sql = typeof input.sql === 'string' && /^[A-Z0-9]+(-[0-9]+)?\.sql$/.test(input.sql) ? readFileSync(path.join(folder, input.sql), 'utf8') : null;
    const problems = checkProblems(input, sql);
    if (problems) throw new Error(`${file}: ${JSON.stringify(problems)}`);
    if (file !== checkFile(String(input.code), Number(input.version))) throw new Error(`${file}: holds ${String(input.code)}, version ${String(input.version)}`);
    return { definition: input as unknown as CheckDefinition, sql }; // looked at above
  });
  return seeds.sort((a, b) => (a.definition.code < b.definition.code ? -1 : a.definition.code > b.definition.code ? 1 : a.definition.version - b.definition.version));
}
