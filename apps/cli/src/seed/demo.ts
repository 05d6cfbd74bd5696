import type { Client } from 'pg';
import { hash } from '@node-rs/argon2';
import { uuidV7 } from '#domain';
import { Db } from '#platform';
import { seedDemoCare } from '../../../../seeds/demo/care.js';
import { seedComparisons } from '../../../../seeds/demo/comparisons.js';
import { seedFieldWork, type FieldWorkReport } from '../../../../seeds/demo/field-work.js';
import { seedFindings } from '../../../../seeds/demo/findings.js';
import { seedHelp, type HelpReport } from '../../../../seeds/demo/help.js';
import { seedDemoSamples } from '../../../../seeds/demo/samples.js';
import { generate } from '../commands/generate.js';
import { asOwner, withApp } from '../context.js';
import { demoAccounts } from './demo-accounts.js';
import { seedDemoCases } from './demo-cases.js';
import { demoActors } from './demo-cases-people.js';

/** Counties of the demo, over several leagues; the first is the one of the demo accounts. */
const counties = ['150125', '150429', '150525', '152222', '150923', '150821', '150784', '152527'];
const HOUSEHOLDS = 2_000;

/** Makes the demo accounts and the population once; a second start leaves them as they are. */
export async function seedDemo(): Promise<{ accounts: number; households: number; cases: number; fieldWork: FieldWorkReport; help: HelpReport; findings: number }> {
  const accounts = await asOwner((client) => seedAccounts(client));
  const populated = await asOwner(async (client) => (await client.query('select 1 from household limit 1')).rowCount !== 0);
  const households = populated ? 0 : (await generate({ seed: 20_161_231, households: HOUSEHOLDS, calibrate: false, years: [2016, 2017, 2018, 2019, 2020], counties })).households;
  // Asked here, so that a later start need not boot the application to learn that there is nothing to do.
  const begun = await asOwner(async (client) => (await client.query('select 1 from case_file limit 1')).rowCount !== 0);
  const { cases } = begun ? { cases: 0 } : await withApp(async (app) => {
    await seedDemoCare(app, counties[0] ?? '');
    const inspector = (await demoActors(app.get(Db))).find(({ role }) => role === 'inspector');
    if (inspector) await seedDemoSamples(app, inspector, counties[0] ?? '');
    return seedDemoCases(app);
  });
  const fieldWork = await asOwner((client) => seedFieldWork(client));
  const help = await asOwner((client) => seedHelp(client));
  await asOwner((client) => seedComparisons(client));
  const findings = await asOwner((client) => seedFindings(client));
  return { accounts, households, cases, fieldWork, help, findings };
}

/** Makes the demo users that are missing; `client` is the owner in a transaction with an actor. Returns how many. */
export async function seedAccounts(client: Client): Promise<number> {
  const known = await client.query<{ username: string }>('select u.username from app_user u where u.username = any($1)', [demoAccounts.map((account) => account.username)]);
  const missing = demoAccounts.filter((account) => !known.rows.some((row) => row.username === account.username));
  const hashes = new Map<string, string>();
  for (const account of missing) {
    let stored = hashes.get(account.password);
    if (!stored) hashes.set(account.password, (stored = await hash(account.password, { memoryCost: 65_536, timeCost: 3, parallelism: 1 })));
    const id = uuidV7();
    await client.query('insert into app_user (id, username, display_name, password_hash) values ($1, $2, $3, $4)', [id, account.username, account.name, stored]);
    for (const division of [account.division, ...(account.also ?? [])]) {
      // The demo cases are dated back, so the grants are too.
      await client.query("insert into role_grant (id, user_id, role, division_code, valid_from) values ($1, $2, $3, $4, '2020-01-01')", [uuidV7(), id, account.role, division]);
    }
  }
  return missing.length;
}
