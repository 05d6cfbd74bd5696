import { formatFen } from '#domain';

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
});

/** Moment → `2026-11-22 14:05`, always the time of Shanghai, whatever this computer is set to. */
export function formatMoment(iso: string | null | undefined): string {
  return iso ? shanghai.format(new Date(iso)) : '';
}

/** Day of a moment in Shanghai → `2026-11-22`. A plain date stays as it is. */
export function formatDay(iso: string | null | undefined): string {
  if (!iso) return '';
  return iso.length === 10 ? iso : formatMoment(iso).slice(0, 10);
}

/** 1234567 fen → `12,345.67`, with both decimals: for income forms. */
export function formatAmount(fen: number): string {
  return formatFen(fen);
}

/** 1230000 fen → `12,300`; parts of a yuan are shown where there are any. */
export function formatYuan(fen: number): string {
  return formatFen(fen).replace(/\.00$/, '');
}

/** 300 basis points → `3%`, 33 → `0.33%`. */
export function formatBasisPoints(points: number): string {
  return `${formatFen(points).replace(/\.?0+$/, '')}%`;
}

const counts = new Intl.NumberFormat('zh-CN');

export function formatCount(count: number): string {
  return counts.format(count);
}

/** Share as a percentage with two decimals, cut off and never rounded up; a dash without a denominator. */
export function formatShare(numerator: number, denominator: number): string {
  if (denominator <= 0) return '—';
  return formatBasisPoints(Math.floor((numerator * 10_000) / denominator));
}
