import { holds, Permission, type Role } from '#domain';

/** Who acts: one user under one grant (role × division), or the system within one territory. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly role: Role | 'system';
  /** Division of the grant: 2, 4, 6, 9 or 12 digits. */
  readonly division: string;
  /** Territory of case rows; null for roles that read no case data. */
  readonly scope: string | null;
  readonly grantId: string | null;
  readonly sessionId: string | null;
}

const SYSTEM_USER = '00000000-0000-7000-8000-000000000001';

/** Actor of jobs, seeds and the command line, fenced to `scope` like everybody else. */
export function systemActor(scope: string): Actor {
  return { userId: SYSTEM_USER, name: '系统', role: 'system', division: scope, scope, grantId: null, sessionId: null };
}

/** Territory that a role may read case rows in: its division, or none at all for the three administrators. */
export function scopeOf(role: Role, division: string): string | null {
  return holds(role, Permission.HouseholdRead) ? division : null;
}
