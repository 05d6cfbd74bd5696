import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from './children.mjs';
import { refuse } from './fail.mjs';

const onPath = (names) => names.some((name) => (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name))));

function hasChineseFont() {
  const list = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

/** What the tests need beside Node, with the Debian package that brings it. */
const needs = [
  { what: 'a Chromium browser', debian: 'chromium', present: () => Boolean(process.env.CHROMIUM_PATH) || onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) },
  { what: 'a Chinese font', debian: 'fonts-noto-cjk', present: hasChineseFont },
  { what: 'redis-server', debian: 'redis-server', present: () => onPath(['redis-server']) },
];

const missing = () => needs.filter((need) => !need.present());

/**
 * Installs with apt what the tests need and this machine lacks, when that is possible.
 * @throws StartFault with one line that says what to install
 */
export async function ensureSystemPackages(report) {
  let lacking = missing();
  if (lacking.length === 0) return;
  const packages = lacking.map((need) => need.debian);
  if (process.getuid?.() === 0 && onPath(['apt-get'])) {
    report(`installing ${packages.join(', ')} with apt-get`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runProgram('apt-get', ['update', '-qq'], { cwd: '/', env });
    const { code, faults } = await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages, 'fontconfig'], { cwd: '/', env });
    if (code !== 0) refuse(`apt-get could not install ${packages.join(', ')}: ${faults.trim().split('\n').at(-1)}`);
    lacking = missing();
  }
  if (lacking.length > 0) refuse(`the tests need ${lacking.map((need) => need.what).join(', ')}; on Debian: apt-get install -y ${packages.join(' ')}`);
}
