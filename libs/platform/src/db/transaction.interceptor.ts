import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Actor } from '../auth/actor.js';
import { LOG_READ, OWN_TRANSACTION, PUBLIC } from '../auth/decorators.js';
import { AccessLog } from '../audit/access-log.js';
import { requestIdOf, type HttpRequest } from '../http/request.js';
import { Db } from './db.service.js';

/** One request, one transaction, one actor, one territory. GET is read only unless the read itself must be recorded. */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(
    private readonly db: Db,
    private readonly reflector: Reflector,
    private readonly access: AccessLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const targets = [context.getHandler(), context.getClass()];
    const own = this.reflector.getAllAndOverride<boolean>(OWN_TRANSACTION, targets);
    if (own || this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return next.handle();
    const request = context.switchToHttp().getRequest<HttpRequest & { user: Actor }>();
    const logRead = this.reflector.get<string | undefined>(LOG_READ, context.getHandler());
    const readOnly = request.method === 'GET' && logRead === undefined;
    return from(
      this.db.run({ actor: request.user, requestId: requestIdOf(request), readOnly }, async () => {
        const result = await lastValueFrom(next.handle() as Observable<unknown>, { defaultValue: undefined });
        if (logRead !== undefined) await this.access.read(logRead, request.params ?? {});
        return result;
      }),
    );
  }
}
