import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Permission } from '#domain';
import type { Actor } from './actor.js';

export const ALLOW = 'bangfu:allow';
export const PUBLIC = 'bangfu:public';
export const LOG_READ = 'bangfu:log-read';
export const OWN_TRANSACTION = 'bangfu:own-transaction';
export const FROM_REPLICA = 'bangfu:from-replica';
export const PLAN_IN_ORDER = 'bangfu:plan-in-order';

/** The permission a route needs. A route with neither `@Allow` nor `@Public` fails the boot. */
export const Allow = (permission: Permission) =>
  applyDecorators(SetMetadata(ALLOW, permission), ApiSecurity('session'), ApiExtension('x-permission', permission));

/** Any signed-in user, whatever the role (my own session, my own profile). */
export const AllowSignedIn = () => applyDecorators(SetMetadata(ALLOW, 'signed-in'), ApiSecurity('session'), ApiExtension('x-permission', 'signed-in'));

/** No session needed. Only sign-in, health and documentation. */
export const Public = () => applyDecorators(SetMetadata(PUBLIC, true), ApiExtension('x-permission', 'public'));

/** A read of personal data: one access record, written in the transaction of the request. */
export const LogRead = (what: string) => SetMetadata(LOG_READ, what);

/** The handler opens its own transactions with `db.run` (streams, long work, sign-in). */
export const OwnTransaction = () => SetMetadata(OWN_TRANSACTION, true);

/**
 * Lists that walk an index: the range of the policies comes from a sub-select, which the planner cannot look into; it expects a
 * handful of rows, collects and sorts them, and that is slow just when there are many. Here it may neither sort nor collect.
 */
export const PlanInOrder = () => SetMetadata(PLAN_IN_ORDER, true);

/**
 * A read that may be answered by the read replica (also one that is asked by POST): the transaction cannot write, and the answer says by
 * `X-Replica-Lag-Ms` how far behind it is. Not for anything that somebody expects to see right after writing it.
 */
export const FromReplica = () =>
  applyDecorators(SetMetadata(FROM_REPLICA, true), ApiExtension('x-from-replica', true));

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<{ user: Actor }>().user);
