// npm start: everything from a fresh clone to a running system, with nothing but Node.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Bangfu needs Node 20.19 or newer; this is ${process.versions.node}`);
  process.exit(1);
}
const { main } = await import('./lib/start.mjs');
await main();
