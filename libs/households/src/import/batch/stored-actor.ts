import { isRole, type Role } from '#domain';
import { scopeOf, systemActor, type Actor } from '#platform';

/** Who asked for a piece of work that a job does later, as it is kept beside the work. */
export interface StoredActor {
  readonly userId: string;
  readonly name: string;
  readonly role: string;
  readonly division: string;
}

export function storedActor({ userId, name, role, division }: Actor): StoredActor {
  return { userId, name, role, division };
}

/** The person again, within their territory and with no session. */
export function restoreActor(stored: StoredActor): Actor {
  if (!isRole(stored.role)) return systemActor(stored.division);
  const role: Role = stored.role;
  return { userId: stored.userId, name: stored.name, role, division: stored.division, scope: scopeOf(role, stored.division), grantId: null, sessionId: null };
}

/** Territory of a padded county code: 150200 → 1502. */
export function scopeOfCounty(countyCode: string): string {
  return countyCode.replace(/(?:00)+$/, '');
}
