import type { Role } from '#domain';
import { AccountsService } from '#accounts';
import { Db, systemActor } from '#platform';
import type { BenchWorld } from './bench-world.js';
import { ask } from './http-load.js';

export interface SignedIn {
  readonly role: Role;
  readonly division: string;
  readonly cookie: string;
}

/** A region that is kept has the people of earlier runs. */
const username = (role: Role): string => `bench-${role}-${process.pid}`;
const PASSWORD = 'Bench-Passw0rd-帮扶';

/** Accounts with one grant each. */
export async function createPeople(world: BenchWorld, people: readonly { role: Role; division: string }[]): Promise<void> {
  await world.app((app) =>
    app.get(Db).run({ actor: systemActor('15') }, async () => {
      const accounts = app.get(AccountsService);
      for (const { role, division } of people) {
        const { id } = await accounts.create({ username: username(role), displayName: role, password: PASSWORD });
        await accounts.grant({ userId: id, role, divisionCode: division });
      }
    }),
  );
}

/** Signs everybody in, through the door that everybody uses. */
export async function signIn(port: number, people: readonly { role: Role; division: string }[]): Promise<SignedIn[]> {
  const signedIn: SignedIn[] = [];
  for (const { role, division } of people) {
    const { headers } = await ask({ port, path: '/api/v1/sessions' }, { method: 'POST', body: { username: username(role), password: PASSWORD } });
    const cookie = headers.getSetCookie()[0]?.split(';')[0];
    if (!cookie) throw new Error(`${role} was not signed in`);
    signedIn.push({ role, division, cookie });
  }
  return signedIn;
}
