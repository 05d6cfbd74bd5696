import { Catch, HttpException, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isProblem, problem, type Problem } from '#domain';
import type { Actor } from '../auth/actor.js';
import { AccessLog } from '../audit/access-log.js';
import { toProblem } from '../db/pg-error.js';
import { requestIdOf, routeOf, type HttpRequest } from './request.js';

interface HttpReply {
  status(code: number): HttpReply;
  header(name: string, value: string): HttpReply;
  send(body: unknown): void;
}

/** Statuses that mean "asked for something it may not have or do": recorded with the actor. */
const REFUSED = new Set([403, 404, 409, 422, 423]);

/** Everything that goes wrong leaves as application/problem+json with a code of the catalogue and the request id. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  constructor(private readonly access: AccessLog) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<HttpRequest & { user?: Actor }>();
    const reply = http.getResponse<HttpReply>();
    const requestId = requestIdOf(request);
    const found = asProblem(error);
    if (!found) this.log.error({ requestId, route: routeOf(request), error: describe(error) }, 'unexpected error');
    const result = found ?? problem('internal');
    if (request.user && REFUSED.has(result.status)) {
      await this.access
        .refused(request.user, requestId, routeOf(request), result.code)
        .catch((failure: unknown) => this.log.error({ requestId, error: describe(failure) }, 'refusal was not recorded'));
    }
    reply.status(result.status).header('content-type', 'application/problem+json; charset=utf-8');
    if (result.status === 503 || result.status === 429) reply.header('retry-after', retryAfter(result));
    reply.send({ ...problemBody(result), requestId });
  }
}

function asProblem(error: unknown): Problem | null {
  const known = toProblem(error);
  if (isProblem(known)) return known;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown })?.statusCode;
  if (typeof status !== 'number' || status >= 500) return null;
  // Framework refusals (unknown route, broken JSON, body too large) get our codes too.
  if (status === 404) return problem('not-found');
  if (status === 413) return problem('payload-too-large');
  if (status === 415) return problem('unsupported-media-type');
  if (status === 401) return problem('unauthenticated');
  if (status === 403) return problem('forbidden');
  if (status === 429) return problem('rate-limited');
  return problem('bad-request');
}

/** Stack and SQLSTATE, without bound values: messages of the database can quote personal data. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown; driverError?: { code?: unknown } }).code ?? (error as { driverError?: { code?: unknown } }).driverError?.code;
  const message = typeof code === 'string' ? `SQLSTATE or system code ${code}` : error.message;
  return { name: error.name, message, stack: error.stack?.split('\n').slice(1, 8).join('\n') };
}

/** RFC 9457 members: title in Chinese, the English one beside it, and the parameters a page needs. */
function problemBody(found: Problem): Record<string, unknown> {
  return { type: `/problems/${found.code}`, code: found.code, status: found.status, title: found.zh, titleEn: found.en, detail: found.detail, params: found.params };
}

/** Seconds after which the same request may be tried again. */
function retryAfter(found: Problem): string {
  const seconds = found.params['retryAfter'];
  return typeof seconds === 'number' ? String(seconds) : '5';
}
