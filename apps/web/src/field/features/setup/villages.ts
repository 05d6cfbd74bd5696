import { api, call } from '../../../api/client.js';

export interface VillageChoice {
  readonly code: string;
  readonly name: string;
}

/** Villages of a grant: the village itself, or those of the township. */
export async function villagesOf(division: string): Promise<VillageChoice[]> {
  if (division.length === 12) {
    const { code, name } = await call(api.GET('/api/v1/divisions/{code}', { params: { path: { code: division } } }));
    return [{ code, name }];
  }
  const page = await call(api.GET('/api/v1/divisions', { params: { query: { parent: division, limit: 200 } } }));
  if (division.length === 9) return page.items.map(({ code, name }) => ({ code, name }));
  const lists = await Promise.all(page.items.map(({ code }) => villagesOf(code)));
  return lists.flat();
}
