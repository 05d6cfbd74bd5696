import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { holds, problem, type Permission } from '#domain';
import type { Actor } from './actor.js';
import { ALLOW, PUBLIC } from './decorators.js';

/** The verb: may this role do this at all? Deny by default; the territory is the database's question. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const permission = this.reflector.getAllAndOverride<Permission | 'signed-in'>(ALLOW, targets);
    const actor = context.switchToHttp().getRequest<{ user?: Actor }>().user;
    if (!permission || !actor) throw problem('forbidden');
    if (permission === 'signed-in') return true;
    if (actor.role === 'system' || !holds(actor.role, permission)) throw problem('forbidden', { permission });
    return true;
  }
}
