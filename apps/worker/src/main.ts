import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { EnvError, JobRunner, parseEnv } from '#platform';
import { AppModule } from '../../api/src/app.module.js';

try {
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(parseEnv(process.env)), { bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  await app.get(JobRunner).start();
  if (process.connected) process.on('disconnect', () => void app.close().then(() => process.exit(0)));
  process.stdout.write('worker ready\n');
  process.send?.('ready'); // to the launcher, which waits for it
} catch (error) {
  process.stderr.write(`${error instanceof EnvError ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
}
