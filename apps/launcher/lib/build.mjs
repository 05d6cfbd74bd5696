import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from './children.mjs';
import { refuse } from './fail.mjs';

const serverFolders = ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'migrations', 'seeds'];
const skipped = /(?:\.spec\.ts|\.d\.ts|\.md)$/;
const digest = (...parts) => parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest('hex').slice(0, 24);

function filesBelow(root, folder) {
  const top = path.join(root, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
    .filter((file) => !file.includes('/node_modules/'))
    .sort();
}

const readManifest = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
};

/** A program that starts at the same moment reads the old file or the new one, never half of one. */
function replaceFile(target, content) {
  const unfinished = `${target}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, target);
}

async function compileFile(root, file, options, swc) {
  const source = path.join(root, file);
  const output = path.join(root, 'dist', file);
  mkdirSync(path.dirname(output), { recursive: true });
  if (!file.endsWith('.ts')) return copyFileSync(source, output);
  const { code, map } = await swc.transform(readFileSync(source, 'utf8'), { ...options, filename: source, sourceFileName: source });
  const target = output.replace(/\.ts$/, '.js');
  replaceFile(`${target}.map`, map);
  replaceFile(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`);
}

function removeOutput(root, file) {
  const output = path.join(root, 'dist', file);
  for (const name of file.endsWith('.ts') ? [output.replace(/\.ts$/, '.js'), output.replace(/\.ts$/, '.js.map')] : [output]) rmSync(name, { force: true });
}

/**
 * Compiles the server with swc into dist/ and copies its data files; only what changed since the last build.
 * @returns {Promise<{changed: number, total: number}>}
 */
export async function buildServer(root) {
  const swc = await import('@swc/core');
  const swcrc = readFileSync(path.join(root, '.swcrc'), 'utf8');
  const options = { ...JSON.parse(swcrc), swcrc: false };
  delete options.$schema;
  const manifestFile = path.join(root, 'dist', '.build.json');
  const before = readManifest(manifestFile);
  const after = {};
  for (const file of serverFolders.flatMap((folder) => filesBelow(root, folder))) {
    if (!skipped.test(file)) after[file] = digest(swcrc, swc.version ?? '', readFileSync(path.join(root, file)));
  }
  const present = (file) => existsSync(path.join(root, 'dist', file.replace(/\.ts$/, '.js')));
  const changed = Object.keys(after).filter((file) => before[file] !== after[file] || !present(file));
  for (const file of Object.keys(before)) if (!(file in after)) removeOutput(root, file);
  const faults = [];
  await Promise.all(changed.map((file) => compileFile(root, file, options, swc).catch((error) => faults.push(`${file}: ${error.message}`))));
  if (faults.length > 0) refuse(`the server does not compile:\n${faults.join('\n')}`);
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    mkdirSync(path.dirname(manifestFile), { recursive: true });
    replaceFile(manifestFile, JSON.stringify(after));
  }
  return { changed: changed.length, total: Object.keys(after).length };
}

/**
 * Copies what the programs read at run time beside them (SQL, seeds); for builds that compile by other means.
 * @returns {number} how many files
 */
export function copyAssets(root) {
  const assets = serverFolders.flatMap((folder) => filesBelow(root, folder)).filter((file) => !file.endsWith('.ts') && !skipped.test(file));
  for (const file of assets) {
    const output = path.join(root, 'dist', file);
    mkdirSync(path.dirname(output), { recursive: true });
    copyFileSync(path.join(root, file), output);
  }
  return assets.length;
}

/** Files whose names carry the hash of their content, below a built folder. */
const versionedFiles = (folder) => ['assets', 'm/assets'].flatMap((name) => filesBelow(folder, name));

/**
 * Puts a finished build in place of the one before, whose files stay for one more round: a page that was opened before the
 * upgrade still finds its parts. `builds.json` lists the files of both.
 */
function replacePages(output, next) {
  const own = versionedFiles(next);
  const [before = []] = existsSync(path.join(output, 'builds.json')) ? JSON.parse(readFileSync(path.join(output, 'builds.json'), 'utf8')) : [];
  for (const file of before.filter((name) => !own.includes(name) && existsSync(path.join(output, name)))) {
    mkdirSync(path.dirname(path.join(next, file)), { recursive: true });
    copyFileSync(path.join(output, file), path.join(next, file));
  }
  writeFileSync(path.join(next, 'builds.json'), JSON.stringify([own, before]));
  const old = `${next}-old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(output)) renameSync(output, old);
  renameSync(next, output);
  rmSync(old, { recursive: true, force: true });
}

/**
 * Builds the pages of all desks with Vite into dist/web when their sources changed: office and audit at /, the field desk at /m/.
 * @returns {Promise<boolean>} whether anything was built
 */
export async function buildWeb(root) {
  if (!existsSync(path.join(root, 'apps/web/index.html'))) return false;
  const inputs = [...filesBelow(root, 'apps/web'), ...filesBelow(root, 'libs/domain')].filter((file) => !/\.(?:spec\.tsx?|md)$/.test(file));
  const hash = digest(...inputs.flatMap((file) => [file, readFileSync(path.join(root, file))]), readFileSync(path.join(root, 'package-lock.json')));
  const stamp = path.join(root, 'dist', '.web-build');
  const output = path.join(root, 'dist', 'web');
  if (existsSync(path.join(output, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  rmSync(stamp, { force: true });
  const next = path.join(root, 'dist', '.web-next');
  rmSync(next, { recursive: true, force: true });
  for (const [config, folder] of [['vite.config.ts', next], ['vite.field.config.ts', path.join(next, 'm')]]) {
    const args = [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', path.join(root, 'apps/web', config), '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
    const { code, output: shown, faults } = await runProgram(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
    if (code !== 0) refuse(`the web pages do not build:\n${(shown + faults).trim().slice(-5000)}`);
  }
  replacePages(output, next);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}
