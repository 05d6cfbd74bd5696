import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildServer, buildWeb } from './build.mjs';
import { endPrograms } from './children.mjs';
import { hasRunningProcesses, loadSecrets, openDataFolder, tailOf, takeDataFolder } from './data-folder.mjs';
import { DatabaseKeeper } from './database-keeper.mjs';
import { processEnvironment, runCli, withoutAdministrator } from './database.mjs';
import { StartFault, refuse } from './fail.mjs';
import { install, installFault } from './install.mjs';
import { parseOptions, requireServer } from './options.mjs';
import { isPortFree } from './ports.mjs';
import { removePidFile, sleep } from './processes.mjs';
import { root } from './root.mjs';
import { say, since, table } from './screen.mjs';
import { Supervised } from './supervisor.mjs';

const READY_TIMEOUT = 120_000;

/** What has been started and must be stopped, last first. */
class Running {
  #steps = [];
  #stopped = null;

  add(stop) {
    this.#steps.unshift(stop);
  }

  stop() {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  async #stopAll() {
    await endPrograms();
    for (const step of this.#steps) {
      try {
        await step();
      } catch (error) {
        console.error(error.message);
        process.exitCode = 1;
      }
    }
  }
}

function stopOnSignals(running) {
  let asked = false;
  const finish = async (why) => {
    if (asked) return;
    asked = true;
    console.log(`\nstopping (${why}) …`);
    await running.stop();
    console.log('stopped');
    process.exit(process.exitCode ?? 0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void finish(signal));
  // npm may be killed without passing the signal on; then this process gets another parent.
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => { if (process.ppid !== parent) void finish('npm has ended'); }, 1000).unref();
}

async function installIfNeeded() {
  const fault = installFault(root);
  if (fault === null) return say('packages', 'installed');
  const start = Date.now();
  say('packages', `${fault}: npm ci, this takes a minute or two`);
  await install(root);
  say('packages', `installed in ${since(start)}`);
}

async function build() {
  const start = Date.now();
  const { changed, total } = await buildServer(root);
  say('server', changed === 0 ? 'built' : `${changed} of ${total} files compiled in ${since(start)}`);
}

async function buildPages() {
  const start = Date.now();
  if (await buildWeb(root)) say('web', `built in ${since(start)}`);
}

async function database(options, folder, running) {
  const start = Date.now();
  const keeper = new DatabaseKeeper({ databaseUrl: options.databaseUrl, folder, report: (line) => say('watch', line) });
  running.add(() => keeper.stop());
  const opened = await keeper.open();
  const { server } = opened;
  const what = server === null ? 'your server' : `${server.adopted ? 'found running' : opened.created ? 'created and started' : 'started'} on port ${server.port}`;
  say('database', `PostgreSQL ${what} (${since(start)})`);
  return opened;
}

async function migrateAndSeed(environment) {
  let start = Date.now();
  await runCli(['db', 'migrate'], environment);
  say('schema', `migrated as its owner in ${since(start)}`);
  start = Date.now();
  await runCli(['db', 'seed', '--demo'], environment);
  say('data', `reference and demo data in place (${since(start)})`);
}

async function isReady(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

async function waitUntilReady(url, parts, folder) {
  const end = Date.now() + READY_TIMEOUT;
  let ended = null;
  for (const part of parts) void part.firstExit.then((how) => { ended ??= { name: part.options.name, how }; });
  const worker = parts.find((part) => part.options.name === 'worker');
  const missing = async () => (!(await isReady(url)) ? 'api' : worker.reportedReady ? null : 'worker');
  for (let name = await missing(); name !== null || ended; name = await missing()) {
    if (ended) refuse(`${ended.name} ended with ${ended.how}:\n${tailOf(folder.log(ended.name))}`);
    if (Date.now() > end) refuse(`${name} is not ready after ${READY_TIMEOUT / 1000} s:\n${tailOf(folder.log(name))}`);
    await sleep(50);
  }
}

async function startProcesses(environment, folder, running, origin) {
  const start = Date.now();
  const env = withoutAdministrator(environment);
  const report = (line) => say('watch', line);
  const parts = ['api', 'worker'].map((name) => new Supervised({ name, script: path.join(root, `dist/apps/${name}/src/main.js`), env, folder, report }));
  for (const part of parts) {
    if (!existsSync(part.options.script)) refuse(`${path.relative(root, part.options.script)} is missing`);
    running.add(() => part.stop());
    part.start();
  }
  await waitUntilReady(`${origin}/ready`, parts, folder);
  for (const part of parts) part.markReady();
  say('processes', `API and worker running (${since(start)})`);
}

function printAccounts(json) {
  const accounts = JSON.parse(json);
  if (accounts.length === 0) return;
  console.log('\n' + table(['role', 'division', 'user name', 'password'], accounts.map((a) => [a.roleLabel ?? a.role, a.divisionName ?? a.division, a.username, a.password])));
}

async function requireFreePort({ port, host }) {
  if (!(await isPortFree(port, host))) refuse(`port ${port} is in use by another program; choose another one: PORT=${port + 1} npm start`);
}

async function run(running) {
  const begun = Date.now();
  const options = parseOptions(process.env, root);
  await requireServer('DATABASE_URL', options.databaseUrl, 5432);
  await requireServer('REDIS_URL', options.redisUrl, 6379);
  if (!hasRunningProcesses(options.dataDir)) await requireFreePort(options);
  const folder = openDataFolder(options.dataDir);
  const ended = await takeDataFolder(folder, options.port);
  running.add(() => removePidFile(folder.pid('launcher')));
  await requireFreePort(options);
  console.log(`Bangfu 帮扶 · trial · data in ${path.relative(process.cwd(), folder.dataDir) || '.'}`);
  if (ended.length > 0) say('recovery', `ended what an interrupted start had left running: ${ended.join(', ')}`);
  await installIfNeeded();
  const secrets = loadSecrets(folder.secrets, process.env);
  const pages = buildPages();
  pages.catch(() => {});
  const [opened] = await Promise.all([database(options, folder, running), build()]);
  const environment = processEnvironment({ options, folder, secrets, adminUrl: opened.adminUrl });
  await migrateAndSeed(environment);
  await pages;
  const origin = `http://127.0.0.1:${options.port}`;
  const [accounts] = await Promise.all([runCli(['user', 'demo', '--json'], environment), startProcesses(environment, folder, running, origin)]);
  printAccounts(accounts);
  console.log(`\n  open       ${origin}/   (documentation of the interface: ${origin}/api/docs)`);
  console.log(`  phones     ${origin}/m/`);
  console.log(`  stop       Ctrl-C, or kill ${process.pid}`);
  console.log(`  started in ${since(begun)}\n`);
  console.log(`ready ${origin}`);
}

/** npm start. */
export async function main() {
  const running = new Running();
  stopOnSignals(running);
  if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'));
  try {
    await run(running);
  } catch (error) {
    console.error(error instanceof StartFault ? error.message : error);
    await running.stop();
    process.exit(1);
  }
  // The children and the server do not keep this process alive by themselves.
  setInterval(() => {}, 1 << 30);
}
