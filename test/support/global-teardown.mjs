/** Stops the server that global-setup.mjs started and removes its files. */
export default async function globalTeardown() {
  const cluster = globalThis.bangfuTestCluster;
  globalThis.bangfuTestCluster = undefined;
  await cluster?.stop();
}
