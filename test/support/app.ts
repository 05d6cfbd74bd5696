import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '#domain';
import { Db, JobRunner, parseEnv, type Env } from '#platform';
import { createApp } from '../../apps/api/src/create-app.js';
import { TestClient } from './client.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { signedInUser } from './users.js';

/** The whole application on a database of its own, called in process. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly db: Db;
  readonly env: Env;
  readonly database: TestDatabase;
  /** A client that is signed in as a fresh user with one grant (or as the named user, who gets that grant). */
  as(role: Role, division: string, options?: { username?: string }): Promise<TestClient>;
  /** A client without a session. */
  anonymous(): TestClient;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** Also run the jobs of the queue in this process. */
  readonly worker?: boolean;
  readonly env?: Partial<Record<string, string>>;
  /** A database that exists already (a second process on the same data); it is not dropped at the end. */
  readonly database?: TestDatabase;
}

/** The environment of a process that works on the database. */
export function testEnv(database: TestDatabase, dataDir: string, overrides: Partial<Record<string, string>> = {}): Env {
  return parseEnv({
    BANGFU_MODE: 'test',
    PORT: '0',
    DATABASE_APP_URL: database.appUrl,
    DATABASE_QUEUE_URL: database.queueUrl,
    DATABASE_POOL: '5',
    DATA_DIR: dataDir,
    BANGFU_FIELD_KEY: '11'.repeat(32),
    BANGFU_INDEX_KEY: '22'.repeat(32),
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
    ...overrides,
  });
}

/** Boots the real application. Call it in beforeAll and `close()` in afterAll. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase());
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bangfu-files-'));
  const env = testEnv(database, dataDir, options.env);
  const app = await createApp(env);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  if (options.worker) await app.get(JobRunner).start();
  return {
    app,
    env,
    database,
    db: app.get(Db),
    as: async (role, division, { username } = {}) => new TestClient(app, await signedInUser(database, { role, division, username })),
    anonymous: () => new TestClient(app, null),
    close: async () => {
      await app.close();
      if (!options.database) await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
