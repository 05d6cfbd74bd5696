import { ageOn, type PackRow } from '#domain';
import type { PackHousehold } from '../../store/types.js';

/** A person of the household as the forms need one. */
export interface PersonHere {
  /** Plain UUID. */
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly isHead: boolean;
  /** Years; null without a birth date. */
  readonly age: number | null;
  readonly row: PackRow;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Persons who are in the household now, the head first. */
export function activeMembers({ rows }: Pick<PackHousehold, 'rows'>, today = ''): PersonHere[] {
  return rows.members.filter((row) => row['memberStatus'] !== 'REMOVED' && row['leftOn'] === undefined).map((row) => ({
    id: text(row['id']), name: text(row['name']), version: Number(row['version'] ?? 0), isHead: row['relationToHead'] === '01',
    age: today !== '' && text(row['birthDate']) !== '' ? ageOn(text(row['birthDate']), today) : null, row,
  })).sort((left, right) => Number(right.isHead) - Number(left.isHead));
}

/** Name under which the household is known. */
export const headNameOf = ({ rows }: Pick<PackHousehold, 'rows'>): string => text(rows.households[0]?.['headName']);
