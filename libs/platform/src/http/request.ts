import { uuidV7 } from '#domain';

/** The part of a Fastify request that the platform looks at. */
export interface HttpRequest {
  readonly id?: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly params?: Record<string, string>;
  readonly cookies?: Record<string, string | undefined>;
  readonly ip?: string;
  /** Whether the transaction of the request proves the session, so that the guard may take a remembered actor. */
  sessionProven?: boolean;
  readonly routeOptions?: { readonly url?: string };
}

/** Request id of the log, the error body and the audit rows: all three carry the same one. */
export function requestIdOf(request: HttpRequest): string {
  return typeof request.id === 'string' && /^[0-9A-Za-z-]{1,64}$/.test(request.id) ? request.id : uuidV7();
}

/** Route template (`/api/v1/households/:id`), never the URL itself: ids and search words stay out of logs. */
export function routeOf(request: HttpRequest): string {
  return `${request.method} ${request.routeOptions?.url ?? 'unknown'}`;
}
