import type { Place } from '../cast.js';
import type { Client } from '../client.js';
import { StoryDeviation } from '../deviation.js';

interface Division {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly povertyLevel: string | null;
}
interface Page {
  readonly items: readonly Division[];
}

/** A poverty county in which nothing has been recorded yet, and its first village: each run of the story has a place of its own. */
export async function freshPlace(region: Client): Promise<Place> {
  const { items } = await region.get<Page>('/divisions?level=county&q=15&limit=200');
  const poor = items.filter(({ povertyLevel }) => povertyLevel !== null).sort((a, b) => b.code.localeCompare(a.code));
  for (const county of poor) {
    if ((await region.send('GET', `/counties/${county.code}/verdict`)).status === 200) continue;
    const found = await firstVillage(region, county);
    if (found) return found;
  }
  throw new StoryDeviation('every poverty county of this instance has been used; start from an empty data folder');
}

async function firstVillage(region: Client, county: Division): Promise<Place | null> {
  const { name: prefecture } = await region.get<Division>(`/divisions/${county.code.slice(0, 4)}`);
  const townships = await region.get<Page>(`/divisions?parent=${county.code}&limit=200`);
  for (const township of townships.items) {
    const villages = await region.get<Page>(`/divisions?parent=${township.code}&limit=200`);
    const village = villages.items.find(({ kind }) => kind === 'VILLAGE');
    if (village) return { county: county.code, township: township.code, village: village.code, names: [prefecture, county.name, township.name, village.name] };
  }
  return null;
}
