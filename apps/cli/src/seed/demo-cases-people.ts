import { codeLengths, type PackStep, type StepHand } from '#domain';
import { Db, scopeOf, systemActor, type Actor } from '#platform';
import type { Role } from '#domain';
import { demoAccounts } from './demo-accounts.js';

interface GrantRow {
  user_id: string;
  display_name: string;
  grant_id: string;
  role: Role;
  division_code: string;
}

const demoGrants = `
select u.id as user_id, u.display_name, g.id as grant_id, g.role, g.division_code
from app_user u join role_grant g on g.user_id = u.id and g.revoked_at is null
where u.username = any($1) order by array_position($1, u.username), g.created_at, g.id`;

/** The demo users, one actor for each of their grants. */
export async function demoActors(db: Db): Promise<Actor[]> {
  const rows = await db.run({ actor: systemActor('15'), readOnly: true }, () => db.query<GrantRow>(demoGrants, [demoAccounts.map(({ username }) => username)]));
  return rows.map((row) => ({
    userId: row.user_id, name: row.display_name, role: row.role, division: row.division_code, scope: scopeOf(row.role, row.division_code), grantId: row.grant_id, sessionId: null,
  }));
}

/** Work that needs a pair of hands: a step, or the settlement of its objection. */
export interface Task {
  readonly key: string;
  readonly hands: readonly StepHand[];
}

export const stepTask = (step: PackStep): Task => ({ key: step.code, hands: step.hands });
export const settlementTask = (step: PackStep): Task => ({ key: `${step.code} settled`, hands: step.notice?.settledBy ?? [] });

/**
 * A person for each task so that nobody gets two. `turn` shifts whom is asked first, so that work is spread.
 * @throws Error when the demo accounts are too few
 */
export function assign(tasks: readonly Task[], division: string, { actors, turn }: { actors: readonly Actor[]; turn: number }): Map<string, Actor> {
  const chosen = new Map<string, Actor>();
  const taken = new Set<string>();
  const place = (index: number): boolean => {
    const task = tasks[index];
    if (!task) return true;
    for (const actor of candidates(task, division, { actors, turn })) {
      if (taken.has(actor.userId)) continue;
      taken.add(actor.userId);
      chosen.set(task.key, actor);
      if (place(index + 1)) return true;
      taken.delete(actor.userId);
    }
    return false;
  };
  if (!place(0)) throw new Error(`the demo accounts cannot fill ${tasks.map(({ key }) => key).join(', ')} of ${division}`);
  return chosen;
}

function candidates({ hands }: Task, division: string, { actors, turn }: { actors: readonly Actor[]; turn: number }): Actor[] {
  return hands.flatMap(({ role, level }) => {
    const fitting = actors.filter((actor) => actor.role === role && actor.division === division.slice(0, codeLengths[level]));
    return fitting.map((_, i) => fitting[(i + turn) % fitting.length] as Actor); // the index is within bounds
  });
}
