import { holds, Permission } from '#domain';
import { api, call, keepCsrfToken } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import { ApiProblem } from '../../api/problem.js';
import { connection } from '../store/hooks.js';
import { session } from '../store/session.js';
import { sawOnline } from '../store/users.js';
import type { Me } from '../store/types.js';

type Answer = components['schemas']['MeResponse'];
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** No grant of this account works in the field. */
export class NoFieldGrant extends Error {}
/** The account of somebody else than the one whose store is open. */
export class OtherPerson extends Error {}

const works = ({ role }: Pick<Answer, 'role'>): boolean => holds(role, Permission.SyncUse);

/** Signs in under a grant that works in the field; `division` prefers one. @throws ApiProblem, NoFieldGrant */
export async function signIn({ username, password }: Credentials, division?: string): Promise<Me> {
  let answer: Answer = await call(api.POST('/api/v1/sessions', { body: { username, password } }));
  keepCsrfToken(answer.csrfToken);
  const wanted = answer.grants.find((grant) => works(grant) && grant.division === division) ?? (works(answer) ? null : answer.grants.find(works));
  if (wanted === undefined) throw new NoFieldGrant();
  if (wanted && !(wanted.role === answer.role && wanted.division === answer.division)) {
    answer = await call(api.POST('/api/v1/sessions/current/grant', { body: { grantId: wanted.id } }));
    keepCsrfToken(answer.csrfToken);
  }
  return { userId: answer.userId, username, name: answer.name, role: answer.role, division: answer.division, permissions: answer.permissions as Me['permissions'] };
}

/** Signs in again for the person of this phone, whose store may be closed. @throws ApiProblem, NoFieldGrant, OtherPerson */
export async function signInAgain(known: Me, credentials: Credentials): Promise<Me> {
  const me = await signIn(credentials, known.division);
  if (me.userId !== known.userId) throw new OtherPerson();
  await sawOnline(me);
  const opened = session.get();
  if (opened) session.set({ ...opened, me });
  connection.change((state) => ({ ...state, stopped: null }));
  return me;
}

export const isWrongPassword = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'bad-credentials';
