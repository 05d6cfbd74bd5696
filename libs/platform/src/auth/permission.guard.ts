import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { holds, problem, type Permission } from '#domain';
import type { Actor } from './actor.js';
import { ALLOW, PUBLIC } from './decorators.js';
import { Sessions } from './sessions.js';

/** The verb: may this role do this at all? Deny by default; the territory is the database's question. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const permission = this.reflector.getAllAndOverride<Permission | 'signed-in'>(ALLOW, targets);
    const request = context.switchToHttp().getRequest<{ user?: Actor }>();
    if (!permission || !request.user) throw problem('forbidden');
    if (permits(request.user, permission)) return true;
    // The actor may be remembered: before anybody is refused, the session is looked up.
    if (request.user.sessionId) request.user = await this.sessions.find(request.user.sessionId);
    if (!permits(request.user, permission)) throw problem('forbidden', { permission });
    return true;
  }
}

/** Whether the role of the actor may do this. */
export function permits(actor: Actor, permission: Permission | 'signed-in'): boolean {
  return permission === 'signed-in' || (actor.role !== 'system' && holds(actor.role, permission));
}
