import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { problem } from '#domain';
import type { Actor } from './actor.js';
import type { HttpRequest } from '../http/request.js';
import { OWN_TRANSACTION, PUBLIC } from './decorators.js';

/** Every route needs a session unless it is `@Public()`. The passport strategy `session` (accounts) finds the actor. */
@Injectable()
export class SessionGuard extends AuthGuard('session') implements CanActivate {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    // Elsewhere the transaction of the request proves the session.
    context.switchToHttp().getRequest<HttpRequest>().sessionProven = this.reflector.getAllAndOverride<boolean>(OWN_TRANSACTION, targets) !== true;
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<T = Actor>(error: unknown, actor: T | false): T {
    if (error) throw error;
    if (!actor) throw problem('unauthenticated');
    return actor;
  }
}
