// npm run bangfu -- <command>: the command line against the data folder (its server is started for the command when it does not run).
import { buildServer } from './lib/build.mjs';
import { runProgram } from './lib/children.mjs';
import { loadSecrets, openDataFolder } from './lib/data-folder.mjs';
import { openDatabase, processEnvironment } from './lib/database.mjs';
import { StartFault } from './lib/fail.mjs';
import { parseOptions, requireServer } from './lib/options.mjs';
import { root } from './lib/root.mjs';
import path from 'node:path';
import { existsSync } from 'node:fs';

/** Runs the command and gives back its exit code. */
async function run() {
  const options = parseOptions(process.env, root);
  await requireServer('DATABASE_URL', options.databaseUrl, 5432);
  await requireServer('REDIS_URL', options.redisUrl, 6379);
  // Only what changed since the last build, so a pull never runs what was there before it.
  await buildServer(root);
  const folder = openDataFolder(options.dataDir);
  const secrets = loadSecrets(folder.secrets, process.env);
  const { adminUrl, server } = await openDatabase({ databaseUrl: options.databaseUrl, folder });
  try {
    const environment = processEnvironment({ options, folder, secrets, adminUrl });
    const script = path.join(root, 'dist/apps/cli/src/main.js');
    const { code } = await runProgram(process.execPath, ['--enable-source-maps', script, ...process.argv.slice(2)], { cwd: root, env: environment, inherit: true });
    return typeof code === 'number' ? code : 1;
  } finally {
    if (server && !server.adopted) await server.stop();
  }
}

if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'));
try {
  process.exit(await run());
} catch (error) {
  console.error(error instanceof StartFault ? error.message : error);
  process.exit(1);
}
