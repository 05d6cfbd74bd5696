import { demoAccounts } from '../seed/demo-accounts.js';
import type { Credentials } from './browser/credentials.js';
import { Client } from './client.js';
import { StoryDeviation } from './deviation.js';

export interface Place {
  readonly county: string;
  readonly township: string;
  readonly village: string;
  /** Names from the league down. */
  readonly names: readonly [prefecture: string, county: string, township: string, village: string];
}

interface AccountBody {
  readonly id: string;
  readonly username: string;
  readonly grants: readonly { readonly id: string; readonly role: string; readonly division: string }[];
}

/** Everybody who acts. Several of a role, for nobody may fill two steps of one case. */
export interface Cast {
  readonly clerk: Client;
  readonly clerk2: Client;
  readonly clerk3: Client;
  readonly team: Client;
  readonly team2: Client;
  readonly township: Client;
  readonly township2: Client;
  readonly county: Client;
  readonly county2: Client;
  readonly approver: Client;
  readonly prefecture: Client;
}

const rolesOfPlace = {
  clerk: 'village', clerk2: 'village', clerk3: 'village', team: 'village', team2: 'village', township: 'township', township2: 'township', county: 'county', county2: 'county',
  approver: 'county', prefecture: 'prefecture',
} as const satisfies Record<keyof Cast, 'village' | 'township' | 'county' | 'prefecture'>;

/** A demo user with the grant of the demo. */
export function signInDemo(base: string, username: string): Promise<Client> {
  return Client.signIn(base, credentialsOf(username));
}

/** The same with what the person types to sign in on a phone. */
export async function demoPerson(base: string, username: string): Promise<{ client: Client } & Credentials> {
  return { client: await signInDemo(base, username), username, password: credentialsOf(username).password };
}

function credentialsOf(username: string) {
  const account = demoAccounts.find((candidate) => candidate.username === username);
  if (!account) throw new StoryDeviation(`there is no demo account ${username}`);
  return account;
}

/** Gives the demo users their roles in the place of the story, and takes them back. */
export class Casting {
  private readonly grants: string[] = [];

  constructor(
    private readonly base: string,
    /** Knows the accounts. */
    private readonly sysadmin: Client,
    /** Gives and takes grants; sees no case data either. */
    private readonly secadmin: Client,
  ) {}

  async cast(place: Place): Promise<Cast> {
    const codes = { village: place.village, township: place.township, county: place.county, prefecture: place.county.slice(0, 4) };
    const entries: [string, Client][] = [];
    for (const [username, level] of Object.entries(rolesOfPlace)) entries.push([username, await this.grantAndSignIn(username, codes[level])]);
    return Object.fromEntries(entries) as unknown as Cast; // every key of the table is a key of the cast
  }

  /** The demo users keep only what they had before. */
  async release(): Promise<number> {
    for (const id of this.grants) await this.secadmin.remove(`/grants/${id}`);
    return this.grants.splice(0).length;
  }

  private async grantAndSignIn(username: string, divisionCode: string): Promise<Client> {
    const { role, password, division } = credentialsOf(username);
    const { items } = await this.sysadmin.get<{ items: AccountBody[] }>(`/accounts?limit=50&q=${username}`);
    const account = items.find((candidate) => candidate.username === username);
    if (!account) throw new StoryDeviation(`the demo account ${username} does not exist on this instance; it was started without demo data`);
    // A run that was interrupted may have left its grant.
    const held = account.grants.find((grant) => grant.role === role && grant.division === divisionCode);
    const grantId = held?.id ?? (await this.secadmin.post<{ id: string }>(`/accounts/${account.id}/grants`, { role, divisionCode }, 201)).id;
    if (divisionCode !== division) this.grants.push(grantId);
    return Client.signIn(this.base, { username, password, grantId });
  }
}
