import { startTestCluster } from './test-cluster.mjs';

/** One PostgreSQL server for the whole run, however many Jest projects name this file. */
export default async function globalSetup() {
  if (globalThis.bangfuTestCluster) return;
  globalThis.bangfuTestCluster = await startTestCluster();
  process.env.BANGFU_TEST_ADMIN_URL = globalThis.bangfuTestCluster.adminUrl;
}
