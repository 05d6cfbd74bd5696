import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { isRole, levelOf, mayBeGrantedAt, problem, uuidV7, type Role } from '#domain';
import { currentContext, Db, registerConstraints } from '#platform';
import { AppUser } from './app-user.entity.js';
import { checkPassword } from './password-policy.js';
import { Passwords } from './passwords.js';
import { RoleGrant } from './role-grant.entity.js';
import { revokeSessionsOfUser } from './sessions.queries.js';

registerConstraints({
  app_user_username: 'account.username-taken',
  role_grant_once: 'account.grant-exists',
  role_grant_separated: 'account.separated-roles',
});

/** Users and their grants. The system administrator makes users, the security administrator grants; neither sees a case. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
  ) {}

  /** Creates a user without any grant. Throws `account.username-taken`, `account.weak-password`. */
  async create(input: { username: string; displayName: string; password: string }): Promise<AppUser> {
    checkPassword(input.password, input.username);
    const user = this.db.em.create(AppUser, {
      id: uuidV7(), username: input.username, displayName: input.displayName, passwordHash: await this.passwords.hash(input.password),
      status: 'ACTIVE', passwordChangedAt: currentContext().now, version: 1,
    });
    await this.db.em.insert(AppUser, user);
    return user;
  }

  /** Changes state or password; either ends all sessions of the user at once. */
  async change(id: string, input: { status?: 'ACTIVE' | 'DISABLED'; password?: string }): Promise<AppUser> {
    const user = await this.user(id);
    if (input.status) user.status = input.status;
    if (input.password) {
      checkPassword(input.password, user.username);
      user.passwordHash = await this.passwords.hash(input.password);
      user.passwordChangedAt = currentContext().now;
    }
    user.version++;
    await this.db.em.save(AppUser, user);
    await this.db.query(revokeSessionsOfUser, [id]);
    return user;
  }

  /** Grants a role for a division. Throws `account.wrong-level` when the role does not exist at that level. */
  async grant(input: { userId: string; role: Role; divisionCode: string; validTo?: string }): Promise<RoleGrant> {
    await this.user(input.userId);
    const level = levelOf(input.divisionCode);
    if (!isRole(input.role) || level === undefined || !mayBeGrantedAt(input.role, level)) throw problem('account.wrong-level');
    const grant = this.db.em.create(RoleGrant, {
      id: uuidV7(), userId: input.userId, role: input.role, divisionCode: input.divisionCode, validFrom: currentContext().today,
      validTo: input.validTo ?? null, revokedAt: null, version: 1,
    });
    await this.db.em.insert(RoleGrant, grant);
    return grant;
  }

  /** Takes a grant back; sessions under it end with the next request. */
  async revoke(grantId: string): Promise<void> {
    const grant = await this.db.em.findOne(RoleGrant, { where: { id: grantId, revokedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
    if (!grant) throw problem('not-found');
    grant.revokedAt = currentContext().now;
    grant.version++;
    await this.db.em.save(RoleGrant, grant);
  }

  async endSessions(userId: string): Promise<void> {
    await this.user(userId);
    await this.db.query(revokeSessionsOfUser, [userId]);
  }

  private async user(id: string): Promise<AppUser> {
    const user = await this.db.em.findOne(AppUser, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!user) throw problem('not-found');
    return user;
  }
}
