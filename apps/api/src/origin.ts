import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { problem } from '#domain';

/** A request that changes something and names another origin is refused before anything else, sign-in included. */
export function refuseForeignOrigin(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    const origin = request.headers.origin;
    if (origin === undefined || request.method === 'GET' || request.method === 'HEAD') return;
    const host = URL.canParse(origin) ? new URL(origin).host : null;
    if (host !== request.headers.host) {
      const refused = problem('csrf');
      await reply.code(refused.status).type('application/problem+json; charset=utf-8').send({ code: refused.code, status: refused.status, title: refused.zh, titleEn: refused.en, requestId: request.id });
    }
  });
}
