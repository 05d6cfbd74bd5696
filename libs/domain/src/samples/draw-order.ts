import type { Sha256 } from '../procedures/dossier.js';

/** Separates the parts of what is hashed; it occurs in no id. */
const SEPARATOR = '\u001f';

/** SHA-256 of seed, 0x1f and id as UTF-8, in lower-case hexadecimal: the place of a unit in the order. */
export function orderKey(seed: string, id: string, sha256: Sha256): string {
  return sha256(`${seed}${SEPARATOR}${id}`);
}

interface Placed<Unit> {
  readonly key: string;
  readonly unit: Unit;
}

const byKey = <Unit extends { readonly id: string }>(left: Placed<Unit>, right: Placed<Unit>): number =>
  left.key < right.key ? -1 : left.key > right.key ? 1 : left.unit.id < right.unit.id ? -1 : 1;

/**
 * The first `count` units in the order of their keys, as if all had been sorted. Only twice as many as asked for are kept while
 * looking, so that 650,000 units cost little more than their hashing.
 */
export function firstInOrder<Unit extends { readonly id: string }>(units: readonly Unit[], count: number, seed: string, sha256: Sha256): Unit[] {
  if (count <= 0) return [];
  let kept: Placed<Unit>[] = [];
  let limit: string | null = null;
  for (const unit of units) {
    const key = orderKey(seed, unit.id, sha256);
    if (limit !== null && key > limit) continue;
    kept.push({ key, unit });
    if (kept.length < 2 * count + 16) continue;
    kept.sort(byKey);
    kept = kept.slice(0, count);
    limit = kept.at(-1)?.key ?? null;
  }
  return kept.sort(byKey).slice(0, count).map(({ unit }) => unit);
}

/** A whole number from 0 to `below` − 1 out of the seed: 256 bits of SHA-256, reduced. */
export function numberFrom(seed: string, purpose: string, below: bigint, sha256: Sha256): bigint {
  return BigInt(`0x${orderKey(seed, purpose, sha256)}`) % below;
}
