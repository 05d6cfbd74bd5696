import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem, type Problem } from '#domain';

/** A request that changes something and names another origin is refused before anything else, sign-in included. */
export function refuseForeignOrigin(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    const origin = request.headers.origin;
    if (origin === undefined || request.method === 'GET' || request.method === 'HEAD') return;
    const host = URL.canParse(origin) ? new URL(origin).host : null;
    if (host !== request.headers.host) {
      await send(reply, request, problem('csrf'));
    }
  });
}

/** What the framework refuses before any route (an address it cannot read, a part of it that is too long). */
export function refuseMalformed(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void send(reply, request, problem('bad-request'));
}

function send(reply: FastifyReply, request: FastifyRequest, refused: Problem): FastifyReply {
  const body = { type: `/problems/${refused.code}`, code: refused.code, status: refused.status, title: refused.zh, titleEn: refused.en, requestId: request.id };
  return reply.code(refused.status).type('application/problem+json; charset=utf-8').send(body);
}
