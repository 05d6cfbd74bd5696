import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { problem, type Permission } from '#domain';
import type { Actor } from '../auth/actor.js';
import { ALLOW, FROM_REPLICA, LOG_READ, OWN_TRANSACTION, PLAN_IN_ORDER, PUBLIC } from '../auth/decorators.js';
import { permits } from '../auth/permission.guard.js';
import { SessionChanged, Sessions } from '../auth/sessions.js';
import { AccessLog } from '../audit/access-log.js';
import { requestIdOf, type HttpRequest } from '../http/request.js';
import { Db } from './db.service.js';
import { currentContext } from './request-context.js';

type SignedRequest = HttpRequest & { user: Actor };
type HttpResponse = { header(name: string, value: string): unknown };
interface Options {
  readonly requestId: string;
  readonly readOnly: boolean;
  readonly planInOrder?: boolean;
  readonly fromReplica?: boolean;
  /** Records that somebody read this. */
  readonly log?: () => Promise<void>;
}

/** One request, one transaction, one actor, one territory. GET is read only unless the read itself must be recorded. */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(
    private readonly db: Db,
    private readonly reflector: Reflector,
    private readonly access: AccessLog,
    private readonly sessions: Sessions,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const targets = [context.getHandler(), context.getClass()];
    const own = this.reflector.getAllAndOverride<boolean>(OWN_TRANSACTION, targets);
    if (own || this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return next.handle();
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const logRead = this.reflector.get<string | undefined>(LOG_READ, context.getHandler());
    const log = logRead === undefined ? undefined : () => this.access.read(logRead, request.params ?? {});
    const options: Options = {
      log, requestId: requestIdOf(request), readOnly: request.method === 'GET' && logRead === undefined,
      planInOrder: this.reflector.get<boolean | undefined>(PLAN_IN_ORDER, context.getHandler()),
      fromReplica: this.reflector.get<boolean | undefined>(FROM_REPLICA, context.getHandler()),
    };
    const work = async (): Promise<unknown> => {
      const result: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      if (options.log && !options.fromReplica) await options.log();
      const { replicaLagMs } = currentContext();
      if (replicaLagMs !== null) context.switchToHttp().getResponse<HttpResponse>().header('x-replica-lag-ms', String(replicaLagMs));
      return result;
    };
    return from(this.proven(request, this.reflector.getAllAndOverride<Permission | 'signed-in'>(ALLOW, targets), () => this.run(request, options, work)));
  }

  private async run(request: SignedRequest, options: Options, work: () => Promise<unknown>): Promise<unknown> {
    const actor = request.user;
    let idle = false;
    const onSession = (state: string | null): void => void ({ idle } = this.sessions.prove(actor, state));
    const { fromReplica, requestId, log } = options;
    // A replica may not know yet that a session has ended, and cannot write who read what: the primary does both, around the reading.
    if (fromReplica) onSession(await this.db.sessionState(actor));
    const result = await this.db.run({ actor, ...options, ...(fromReplica ? {} : { onSession }) }, work);
    if (fromReplica && log) await this.db.run({ actor, requestId }, log);
    if (idle && actor.sessionId) await this.sessions.touch(actor.sessionId);
    return result;
  }

  /** When the transaction says that the session is another one than remembered, nothing has happened yet: once more with the one it is. */
  private async proven<T>(request: SignedRequest, permission: Permission | 'signed-in', run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof SessionChanged)) throw error;
    }
    request.user = await this.sessions.find(request.user.sessionId ?? '');
    if (!permits(request.user, permission)) throw problem('forbidden');
    return run().catch((error: unknown) => {
      throw error instanceof SessionChanged ? problem('session-expired') : error;
    });
  }
}
