import { checkDigitOf } from '#domain';
import type { TestClient } from './client.js';

/** Villages of the real tree: two of one township, one of another township, one of another county, one of another city. */
export const villages = {
  haizi: '150221213200',
  baimiaozi: '150221213201',
  changjunwan: '150221105202',
  otherCounty: '150222102212',
  otherCity: '150121100200',
} as const;

let counter = 0;

/** A well-formed identity number of nobody, a new one at each call. `born` is 'YYYY-MM-DD'. */
export function syntheticId(born = '1980-05-06', gender: '1' | '2' = '1'): string {
  counter += 1;
  const order = String((counter % 499) * 2 + (gender === '1' ? 1 : 0)).padStart(3, '0');
  const seventeen = `${150221 + Math.floor(counter / 499)}${born.replaceAll('-', '')}${order}`;
  return seventeen + checkDigitOf(seventeen);
}

/** A member as a form would send it. */
export function person(name: string, relationToHead: string, more: Record<string, unknown> = {}): { values: Record<string, unknown> } {
  return { values: { name, relationToHead, ...more } };
}

export interface HouseholdBody {
  id: string;
  status: string;
  headName: string;
  memberCount: number;
  version: number;
  village: { code: string; name: string; township: string; county: string };
  endedOn: string | null;
  endReason: string | null;
  originId: string | null;
  values: Record<string, unknown>;
  members: { id: string; name: string; isHead: boolean; active: boolean; version: number; values: Record<string, unknown> }[];
  episodes: { id: string; sequence: number; entryKind: string; enteredOn: string; status: string; exitedOn: string | null; closedOn: string | null; previousEpisodeId: string | null }[];
  links: { kind: string; householdId: string }[];
  years: number[];
}

/** Registers a household through HTTP. @throws Error with the body of the refusal */
export async function registerHousehold(
  client: TestClient,
  villageCode: string,
  { members = [person('王小明', '01', { idNo: syntheticId() })], values = {} }: { members?: { values: Record<string, unknown> }[]; values?: Record<string, unknown> } = {},
): Promise<HouseholdBody> {
  const response = await client.post<HouseholdBody>('/households', { body: { villageCode, values, members } });
  if (response.status !== 201) throw new Error(`registration answered ${response.status}: ${JSON.stringify(response.body)}`);
  return response.body;
}

export async function readHousehold(client: TestClient, id: string): Promise<HouseholdBody> {
  const response = await client.get<HouseholdBody>(`/households/${id}`);
  if (response.status !== 200) throw new Error(`read answered ${response.status}: ${JSON.stringify(response.body)}`);
  return response.body;
}
