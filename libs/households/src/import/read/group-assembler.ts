import { HEAD, type Recognition } from '#domain';
import type { PreparedRow, RowGroup } from './prepared-row.js';

/** A household's rows lie apart: the file must be read once more, knowing how many rows each has. */
export class ScatteredRows extends Error {}

/**
 * Puts rows together into households. By number: 户编号, or the head's document number. Without either, a row of a head opens
 * a household and the rows after it belong to it. Rows usually lie together; when a number comes back later, a second
 * reading (with `expected`, the number of rows of each) waits until a household is complete.
 */
export class GroupAssembler {
  private current: { key: string | null; rows: PreparedRow[] } | null = null;
  private readonly closed = new Set<string>();
  private readonly waiting = new Map<string, PreparedRow[]>();

  constructor(
    private readonly sheet: Recognition['sheet'],
    private readonly expected: ReadonlyMap<string, number> | null,
  ) {}

  /** Groups that this row completes. */
  add(row: PreparedRow): RowGroup[] {
    const key = this.keyOf(row);
    if (this.expected !== null && key !== null) return this.collect(key, row);
    const current = this.current;
    if (current && this.continues(current.key, key, row)) {
      current.rows.push(row);
      return [];
    }
    if (key !== null && this.closed.has(key)) throw new ScatteredRows();
    this.current = { key, rows: [row] };
    return current ? this.close(current) : [];
  }

  /** The group that is still open at the end of the file, and those that wait in vain (corrected rows changed their number). */
  end(): RowGroup[] {
    const rest = [...this.waiting.values()].map((rows) => ({ rows }));
    this.waiting.clear();
    const last = this.current ? this.close(this.current) : [];
    this.current = null;
    return [...last, ...rest];
  }

  /** Number of the household that a row names; null when it follows its head. */
  keyOf({ reading, villageCode, raw }: PreparedRow): string | null {
    const county = villageCode?.slice(0, 6) ?? '';
    const code = reading.household['householdCode'];
    if (typeof code === 'string') return `c${county}${code}`;
    if (reading.head.idNo !== null) return `h${reading.head.idNo}`;
    if (this.sheet !== 'household') return null;
    const name = reading.member['name'];
    return typeof name === 'string' && villageCode !== null ? `v${villageCode}${name}` : `n${raw.n}`;
  }

  private continues(open: string | null, key: string | null, { reading }: PreparedRow): boolean {
    if (key !== null) return key === open;
    return reading.member['relationToHead'] !== HEAD;
  }

  private collect(key: string, row: PreparedRow): RowGroup[] {
    const rows = this.waiting.get(key) ?? [];
    rows.push(row);
    this.waiting.set(key, rows);
    if (rows.length < (this.expected?.get(key) ?? 1)) return [];
    this.waiting.delete(key);
    return [{ rows }];
  }

  private close(group: { key: string | null; rows: PreparedRow[] }): RowGroup[] {
    if (group.key !== null) this.closed.add(group.key);
    return [{ rows: group.rows }];
  }
}
