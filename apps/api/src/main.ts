import 'reflect-metadata';
import { EnvError, parseEnv } from '#platform';
import { createApp } from './create-app.js';

try {
  const env = parseEnv(process.env);
  const app = await createApp(env);
  await app.listen({ port: env.port, host: env.host });
  // The launcher ends its children by closing this channel when it dies itself.
  if (process.connected) process.on('disconnect', () => void app.close().then(() => process.exit(0)));
} catch (error) {
  process.stderr.write(`${error instanceof EnvError ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
}
