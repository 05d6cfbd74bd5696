import { RequestMethod, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { Logger } from 'nestjs-pino';
import { CHUNK_MAX_BYTES, uuidV7 } from '#domain';
import type { Env } from '#platform';
import { AppModule } from './app.module.js';
import { refuseForeignOrigin, refuseMalformed } from './origin.js';
import { serveDocument } from './openapi.js';
import { serveWeb } from './web.js';

/** Body of a JSON request; files go through multipart with limits of their own. */
const BODY_LIMIT = 1024 * 1024;
const FILE_LIMIT = 60 * 1024 * 1024;

export const API_PREFIX = 'api/v1';

/** Builds the HTTP application, ready to listen or to be injected into. */
export async function createApp(env: Env): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => uuidV7(),
    trustProxy: env.mode === 'production' ? 'loopback, linklocal, uniquelocal' : false,
    frameworkErrors: refuseMalformed,
    // Who sends slowly is cut off early; who waits for a long answer is not: a browser would send the request a second time.
    http: { headersTimeout: 10_000 },
    requestTimeout: 60_000,
    connectionTimeout: 120_000,
    keepAliveTimeout: 30_000,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(env), adapter, { bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  app.setGlobalPrefix(API_PREFIX, { exclude: ['live', 'ready', 'metrics'].map((path) => ({ path, method: RequestMethod.GET })) });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: undefined, prefix: false });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd writes its styles at run time; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: env.mode === 'production' ? [] : null,
      },
    },
    hsts: env.mode === 'production',
  });
  takeOctets(app);
  await app.register(multipart, { limits: { fileSize: FILE_LIMIT, files: 1, fields: 20, fieldSize: 100_000 } });
  refuseForeignOrigin(app);
  serveDocument(app, env);
  await serveWeb(app, env);
  return app;
}

/** Raw bytes, as chunks of uploads are sent: as a whole or not at all, so a cut connection leaves nothing half. */
function takeOctets(app: NestFastifyApplication): void {
  app.useBodyParser('application/octet-stream', { bodyLimit: CHUNK_MAX_BYTES }, (_request, body, done) => done(null, body));
}
