import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from './children.mjs';
import { refuse } from './fail.mjs';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Why the installed packages do not match package-lock.json; null when they do.
 * npm writes node_modules/.package-lock.json last, so an interrupted installation never looks complete.
 */
export function installFault(root) {
  const installedList = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return 'nothing is installed yet';
  const wanted = readJson(path.join(root, 'package-lock.json')).packages;
  const installed = readJson(installedList).packages;
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === '' || entry.optional || entry.devOptional || entry.peer) continue;
    if (installed[name]?.version !== entry.version) return `${name.replace(/^.*node_modules\//, '')} ${entry.version} is missing`;
  }
  return null;
}

/** How to call npm: the one that called us, else the one on the path. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script) && existsSync(script)) return [process.execPath, [script]];
  const beside = path.join(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  if (existsSync(beside)) return [process.execPath, [beside]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

/** Runs `npm ci` in the repository; its output is shown only when it fails. */
export async function install(root) {
  const [command, args] = npmCommand();
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output, faults } = await runProgram(command, [...args, ...flags], { cwd: root, env: { ...process.env, NODE_ENV: '' } });
  if (code !== 0) refuse(`npm ci failed:\n${(faults + output).trim().slice(-5000)}`);
}
