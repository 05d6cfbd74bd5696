import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Env } from '#platform';

/**
 * Serves the built pages in the trial; in production the reverse proxy does. Unknown paths outside /api get the page of their desk
 * (client-side routes; the field desk is below /m/); files that are not there are 404.
 */
export async function serveWeb(app: NestFastifyApplication, env: Env): Promise<void> {
  if (!env.webDir || !existsSync(env.webDir)) return;
  const root = path.resolve(env.webDir);
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    setHeaders: (reply, file) => {
      void reply.header('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request, reply) => {
    if (isFile(request.url) || request.url.startsWith('/api/')) return reply.callNotFound();
    return reply.sendFile(isField(request.url) ? 'm/index.html' : 'index.html', root);
  });
}

const isField = (url: string): boolean => /^\/m(?:[/?]|$)/.test(url);

/** A page that an old tab still holds must not get HTML for its script. */
function isFile(url: string): boolean {
  const [address = ''] = url.split('?');
  return /^\/(?:m\/)?assets\//.test(address) || /\.[a-z0-9]{2,5}$/i.test(address);
}
