import { formatYuan } from '../../../i18n/format.js';

/** An amount in yuan, or a dash. */
export function Fen({ value }: { value: number | null | undefined }) {
  return <span className="nowrap">{value === null || value === undefined ? '—' : formatYuan(value)}</span>;
}
