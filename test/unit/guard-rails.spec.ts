import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const runNode = (script: string, args: string[]) =>
  JSON.parse(execFileSync(process.execPath, [path.join(root, 'test/support', script), ...args], { cwd: root, encoding: 'utf8' })) as unknown;

/** A folder laid out like the repository, with the given files and our own rules. */
function plant(files: Record<string, string>): string {
  const base = mkdtempSync(path.join(tmpdir(), 'bangfu-planted-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(base, name)), { recursive: true });
    writeFileSync(path.join(base, name), text);
  }
  for (const name of ['package.json', 'tsconfig.json', 'eslint.config.mjs']) copyFileSync(path.join(root, name), path.join(base, name));
  symlinkSync(path.join(root, 'node_modules'), path.join(base, 'node_modules'));
  return base;
}

interface LintFault {
  name: string;
  rule: string | null;
  folder: string;
  code: string;
}

const inFeature = 'libs/divisions/src';
const inPlatform = 'libs/platform/src/db';
const inConfig = 'libs/platform/src/config';
const lintFaults: LintFault[] = [
  { name: 'any as a type', rule: '@typescript-eslint/no-explicit-any', folder: inFeature, code: 'export const f = (x: any): string => String(x);' },
  { name: 'a promise nobody waits for', rule: '@typescript-eslint/no-floating-promises', folder: inFeature, code: 'export function f(): void { Promise.resolve(1); }' },
  { name: 'a promise as a condition', rule: '@typescript-eslint/no-misused-promises', folder: inFeature, code: 'export const f = (p: Promise<boolean>): number => (p ? 1 : 2);' },
  { name: 'a switch that forgets a case', rule: '@typescript-eslint/switch-exhaustiveness-check', folder: inFeature, code: "export function f(x: 'a' | 'b'): void { switch (x) { case 'a': return; } }" },
  { name: 'a file of 351 lines', rule: 'max-lines', folder: inFeature, code: 'export const a = 1;\n'.repeat(351) },
  { name: 'a repository in a feature', rule: 'no-restricted-imports', folder: inFeature, code: "import { InjectRepository } from '@nestjs/typeorm';\nexport const a = InjectRepository;" },
  { name: 'a data source in a feature', rule: 'no-restricted-imports', folder: inFeature, code: "import { DataSource } from 'typeorm';\nexport const a = DataSource;" },
  { name: 'an HTTP exception in a feature', rule: 'no-restricted-imports', folder: inFeature, code: "import { NotFoundException } from '@nestjs/common';\nexport const a = NotFoundException;" },
  { name: 'an HTTP exception in the platform', rule: 'no-restricted-imports', folder: inPlatform, code: "import { HttpException } from '@nestjs/common';\nexport const a = HttpException;" },
  { name: 'the environment in a feature', rule: 'no-restricted-properties', folder: inFeature, code: "export const a = process.env['X'];" },
  { name: 'the environment in the platform', rule: 'no-restricted-properties', folder: inPlatform, code: "export const a = process.env['X'];" },
  { name: 'the system clock in a feature', rule: 'no-restricted-syntax', folder: inFeature, code: 'export const a = Date.now();' },
  { name: 'today by the system clock in a feature', rule: 'no-restricted-syntax', folder: inFeature, code: 'export const a = new Date();' },
  { name: 'a date made from a value', rule: null, folder: inFeature, code: "export const a = new Date('2016-12-31T00:00:00Z');" },
  { name: 'a clean feature file', rule: null, folder: inFeature, code: 'export const a = 1;' },
  { name: 'the environment where it is parsed', rule: null, folder: inConfig, code: "export const a = process.env['X'];" },
];

describe('the linter', () => {
  const fileOf = ({ folder, name }: LintFault): string => `${folder}/${name.replaceAll(' ', '-').toLowerCase()}.ts`;
  let found: Record<string, string[]>;
  beforeAll(() => {
    const base = plant(Object.fromEntries(lintFaults.map((fault) => [fileOf(fault), fault.code])));
    try {
      found = runNode('lint-planted.mjs', [base]) as typeof found;
    } finally {
      rmSync(base, { recursive: true });
    }
  });

  it.each(lintFaults.filter(({ rule }) => rule !== null))('finds $name', (fault) => {
    expect(found[fileOf(fault)]).toContain(fault.rule);
  });
  it.each(lintFaults.filter(({ rule }) => rule === null))('has nothing against $name', (fault) => {
    expect(found[fileOf(fault)]).toEqual([]);
  });
});

interface ImportFault {
  rule: string;
  from: string;
  text: string;
}

const importFaults: ImportFault[] = [
  { rule: 'no-circular', from: 'libs/households/src/a.ts', text: "import { b } from './b.js'; export const a = (): unknown => b;" },
  { rule: 'not-found', from: 'libs/households/src/lost.ts', text: "export * from './nowhere.js';" },
  { rule: 'domain-pure', from: 'libs/domain/src/with-npm.ts', text: "import pg from 'pg'; export const p = pg;" },
  { rule: 'domain-pure', from: 'libs/domain/src/with-core.ts', text: "import { hash } from 'node:crypto'; export const h = hash;" },
  { rule: 'domain-pure', from: 'libs/domain/src/with-platform.ts', text: "import { platform } from '#platform'; export const p = platform;" },
  { rule: 'platform-below-features', from: 'libs/platform/src/up.ts', text: "import { households } from '#households'; export const h = households;" },
  { rule: 'libraries-below-apps', from: 'libs/households/src/app.ts', text: "import { app } from '../../../apps/api/src/app.js'; export const a = app;" },
  { rule: 'feature-public-api', from: 'libs/households/src/inside.ts', text: "import { secret } from '../../divisions/src/secret.js'; export const s = secret;" },
  { rule: 'library-public-api', from: 'apps/api/src/inside.ts', text: "import { secret } from '../../../libs/divisions/src/secret.js'; export const s = secret;" },
  { rule: 'feature-order', from: 'libs/divisions/src/up.ts', text: "import { households } from '#households'; export const h = households;" },
  { rule: 'feature-order', from: 'libs/exits/src/beside.ts', text: "import { registration } from '#registration'; export const r = registration;" },
  { rule: 'entities-private', from: 'libs/households/src/entity.ts', text: "import { E } from '../../divisions/src/division.entity.js'; export const e = E;" },
  { rule: 'queries-no-service', from: 'libs/households/src/x.queries.ts', text: "import { S } from './x.service.js'; export const s = S;" },
  { rule: 'web-sees-domain-only', from: 'apps/web/src/page.ts', text: "import { households } from '#households'; export const h = households;" },
  { rule: 'apps-apart', from: 'apps/worker/src/main.ts', text: "import { app } from '../../api/src/app.js'; export const a = app;" },
  { rule: 'migrations-frozen', from: 'migrations/0009-late.ts', text: "import { domain } from '#domain'; export const d = domain;" },
  { rule: 'no-development-packages', from: 'libs/households/src/dev.ts', text: "import fc from 'fast-check'; export const f = fc;" },
];

/** What the faults refer to, and imports that are all right. */
const cleanFiles: Record<string, string> = {
  'libs/domain/src/index.ts': 'export const domain = 1;',
  'libs/platform/src/index.ts': "import { domain } from '#domain'; import pg from 'pg'; export const platform = [domain, pg];",
  'libs/divisions/src/index.ts': "import { platform } from '#platform'; export const divisions = platform;",
  'libs/divisions/src/divisions.service.ts': "import { E } from './division.entity.js'; export const D = E;",
  'libs/divisions/src/secret.ts': 'export const secret = 1;',
  'libs/divisions/src/division.entity.ts': 'export const E = 1;',
  'libs/households/src/index.ts': "import { divisions } from '#divisions'; export const households = divisions;",
  'libs/households/src/b.ts': "import { a } from './a.js'; export const b = (): unknown => a;",
  'libs/households/src/x.service.ts': 'export const S = 1;',
  'libs/registration/src/index.ts': "import { households } from '#households'; export const registration = households;",
  'libs/exits/src/index.ts': "import { households } from '#households'; export const exits = households;",
  'apps/api/src/app.ts': "import { households } from '#households'; export const app = households;",
  'apps/api/src/app.module.ts': 'export const AppModule = 1;',
  'apps/cli/src/main.ts': "import { AppModule } from '../../api/src/app.module.js'; export const m = AppModule;",
  'apps/web/src/clean.ts': "import { domain } from '#domain'; export const d = domain;",
};

describe('the dependency rules', () => {
  let violations: { rule: string; from: string; to: string }[];
  beforeAll(() => {
    const base = plant({ ...cleanFiles, ...Object.fromEntries(importFaults.map(({ from, text }) => [from, text])) });
    try {
      violations = runNode('depcruise-planted.mjs', [base, 'apps', 'libs', 'migrations']) as typeof violations;
    } finally {
      rmSync(base, { recursive: true });
    }
  });

  it.each(importFaults)('find $rule in $from', ({ rule, from }) => {
    expect(violations.filter((violation) => violation.from === from).map((violation) => violation.rule)).toContain(rule);
  });
  it('have nothing against imports that go downwards through index.ts', () => {
    const inClean = violations.filter((violation) => violation.from in cleanFiles && violation.rule !== 'no-circular');
    expect(inClean).toEqual([]);
  });
});
