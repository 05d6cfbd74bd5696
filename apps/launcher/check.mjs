// npm run check: everything that is checked without running the product. Ends with "N passed, N failed".
// A name limits it: npm run check -- lint
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildServer } from './lib/build.mjs';
import { runProgram } from './lib/children.mjs';
import { listFiles } from '../../test/support/compile.mjs';
import { root } from './lib/root.mjs';
import { since } from './lib/screen.mjs';

const program = (file) => path.join(root, 'node_modules', file);

/** Runs a program and returns its output when it fails, else nothing. */
async function faultsOf(script, args) {
  const { code, output, faults } = await runProgram(process.execPath, ['--max-old-space-size=4096', script, ...args], { cwd: root });
  return code === 0 ? '' : `${output}${faults}`.trim() || `ended with ${code}`;
}

async function webTypes() {
  return existsSync(path.join(root, 'apps/web/tsconfig.json')) ? faultsOf(program('typescript/bin/tsc'), ['--noEmit', '-p', 'apps/web']) : '';
}

const staleMessage = (files, command) => (files.length === 0 ? '' : `not up to date: ${files.join(', ')} (npm run ${command})`);

/** nest build (tsc) and the fast build (swc) must make the same programs, so that neither is a dead file. */
async function sameBuild() {
  await buildServer(root);
  mkdirSync(path.join(root, 'artifacts'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'artifacts', 'nest-'));
  try {
    const include = ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'migrations', 'seeds'].map((name) => path.join(root, name));
    const config = { extends: path.join(root, 'tsconfig.build.json'), compilerOptions: { outDir: path.join(folder, 'out'), rootDir: root }, include, exclude: [path.join(root, '**/*.spec.ts')] };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
    const fault = await faultsOf(program('@nestjs/cli/bin/nest.js'), ['build', '--path', path.relative(root, path.join(folder, 'tsconfig.json'))]);
    if (fault !== '') return fault;
    const byNest = listFiles(path.join(folder, 'out')).filter((file) => file.endsWith('.js')).map((file) => path.relative(path.join(folder, 'out'), file));
    const bySwc = Object.keys(JSON.parse(readFileSync(path.join(root, 'dist/.build.json'), 'utf8'))).filter((file) => file.endsWith('.ts')).map((file) => file.replace(/\.ts$/, '.js'));
    const difference = [...bySwc.filter((file) => !byNest.includes(file)).map((file) => `only swc makes ${file}`), ...byNest.filter((file) => !bySwc.includes(file)).map((file) => `only nest makes ${file}`)];
    return difference.join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const checks = [
  { name: 'lint', run: () => faultsOf(program('eslint/bin/eslint.js'), ['.', '--max-warnings', '0']) },
  { name: 'types', run: () => faultsOf(program('typescript/bin/tsc'), ['--noEmit', '-p', '.']) },
  { name: 'web-types', run: webTypes },
  { name: 'dependencies', run: () => faultsOf(path.join(root, 'apps/launcher/depcruise.mjs'), []) },
  { name: 'generated', run: async () => staleMessage(await (await import('./codegen.mjs')).staleFiles(), 'codegen') },
  { name: 'schema', run: async () => staleMessage(await (await import('./schema.mjs')).staleSchema(), 'schema') },
  { name: 'build', run: sameBuild },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`unknown check: ${unknown.join(', ')}; there are: ${checks.map((check) => check.name).join(', ')}`);
  process.exit(2);
}
let failed = 0;
let passed = 0;
for (const { name, run } of checks.filter((check) => wanted.length === 0 || wanted.includes(check.name))) {
  const start = Date.now();
  const fault = await run().catch((error) => error.stack ?? String(error));
  if (fault === '') passed += 1;
  else failed += 1;
  console.log(`${fault === '' ? 'ok    ' : 'FAILED'} ${name} (${since(start)})${fault === '' ? '' : `\n${fault}`}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
