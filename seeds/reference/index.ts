import pg from 'pg';
import { seedReferenceData } from './seed-reference-data.js';

/** Loads everything that every installation needs, as the owner role; safe to repeat. */
export async function seedReference(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      "begin; set local app.scope = '15'; set local app.audit_scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'; set local app.request = 'seed'",
    );
    await seedReferenceData(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
