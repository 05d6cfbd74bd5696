import type { RowResult } from './row-results.js';

type Answer = { readonly rows: readonly RowResult[] };

/**
 * Sends rows village by village (the server does one village at a time) and puts the results back into the order of the rows.
 * A village whose request is refused as a whole refuses all its rows with that problem; the others go on.
 */
export async function byVillage<Row>(rows: readonly Row[], villageOf: (row: Row) => string, send: (rows: Row[]) => Promise<Answer>, refusal: (error: unknown) => string): Promise<RowResult[]> {
  const results: RowResult[] = [];
  const groups = new Map<string, { row: Row; at: number }[]>();
  rows.forEach((row, at) => groups.set(villageOf(row), [...(groups.get(villageOf(row)) ?? []), { row, at }]));
  for (const group of groups.values()) {
    const answer = await send(group.map(({ row }) => row)).catch((error: unknown): Answer => {
      if (groups.size === 1) throw error;
      return { rows: group.map((_, index) => ({ index, id: null, status: null, version: null, problem: { code: 'refused', title: refusal(error), params: {} } })) };
    });
    group.forEach(({ at }, place) => {
      const result = answer.rows[place];
      if (result) results[at] = result;
    });
  }
  return results;
}
