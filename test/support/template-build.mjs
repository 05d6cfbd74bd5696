// Builds the template database inside a fresh cluster: roles, all migrations, the queue's schema, the reference data.
// Run as its own process: node template-build.mjs <cluster directory> <compiled directory>
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { startPostgres } from '../../apps/launcher/lib/postgres.mjs';
import { TEMPLATE_NAME, testInitdbFlags, testPasswords, testSettings, urlFor } from './test-cluster.mjs';

const [directory, compiled] = process.argv.slice(2);
const load = async (relative) => {
  const file = path.join(compiled, 'dist', relative);
  return existsSync(file) ? import(pathToFileURL(file).href) : null;
};

/** A connection that reports faults through its queries, not as an event when the server stops under it. */
async function connect(url) {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  return client;
}

const server = await startPostgres({ directory, settings: testSettings, initdbFlags: testInitdbFlags });
try {
  const admin = await connect(server.adminUrl);
  await admin.query(`create database ${TEMPLATE_NAME}`);
  const templateUrl = urlFor(server.adminUrl, { database: TEMPLATE_NAME });
  const migrate = await load('migrations/run.js');
  if (migrate) await migrate.prepareDatabase(templateUrl, { ...testPasswords, mode: 'test' });
  const seeds = await load('seeds/reference/index.js');
  if (seeds) await seeds.seedReference(urlFor(templateUrl, { role: 'bangfu_owner' }));
  const seeded = await connect(templateUrl);
  await seeded.query('vacuum (freeze, analyze)');
  await seeded.end();
  await admin.query(`alter database ${TEMPLATE_NAME} with is_template true allow_connections false`);
  await admin.end();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await server.stop();
}
process.exit();
