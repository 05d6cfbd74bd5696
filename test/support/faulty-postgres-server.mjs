// A PostgreSQL server that a test may kill and start again. node faulty-postgres-server.mjs <empty directory>; commands come as messages.
import { spawnSync } from 'node:child_process';
import { discardCluster, startPostgres } from '../../apps/launcher/lib/postgres.mjs';
import { isAlive, sleep } from '../../apps/launcher/lib/processes.mjs';
import { ensureTemplate } from './test-cluster.mjs';

const [directory] = process.argv.slice(2);
// Unlike the server of the other tests this one keeps what it acknowledged.
const settings = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', scram_iterations: '1' };

spawnSync('cp', ['-a', `${await ensureTemplate()}/.`, directory]);
let server = await startPostgres({ directory, settings });

const commands = {
  async stop() {
    await server.stop();
  },
  async kill() {
    process.kill(server.pid, 'SIGKILL');
    while (isAlive(server.pid)) await sleep(5);
  },
  async start() {
    const { port } = server;
    server = await startPostgres({ directory, settings });
    if (server.port !== port) throw new Error('the server came back on another port');
  },
};

process.on('message', ({ id, command }) => {
  commands[command]().then(() => process.send({ id }), (error) => process.send({ id, error: String(error) }));
});
process.on('disconnect', () => void discardCluster(directory).then(() => process.exit(0)));
process.send({ adminUrl: server.adminUrl });
