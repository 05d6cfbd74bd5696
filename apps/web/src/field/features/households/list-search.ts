/** What the list is narrowed to, as it stands in the address. */
export interface ListSearch {
  q?: string;
  type?: string;
  problem?: boolean;
  unsent?: boolean;
}

export function readListSearch({ q, type, problem, unsent }: Record<string, unknown>): ListSearch {
  return {
    ...(typeof q === 'string' || typeof q === 'number' ? { q: String(q).slice(0, 50) } : {}), ...(typeof type === 'string' || typeof type === 'number' ? { type: String(type) } : {}),
    ...(problem === true ? { problem: true } : {}), ...(unsent === true ? { unsent: true } : {}),
  };
}
