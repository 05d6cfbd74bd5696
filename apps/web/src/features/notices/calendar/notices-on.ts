import { addDays } from '#domain';
import type { NoticeCard } from '../notices.api.js';

export interface DayEntry {
  readonly kind: 'begins' | 'ends';
  readonly village: string;
  readonly count: number;
  /** One notice of them, to open the sheet. */
  readonly id: string;
}

/** Monday of the week of a day, counted in days from one that is known to be a Monday. */
export function mondayOf(day: string): string {
  const since = Math.round((Date.parse(day) - Date.parse('2024-01-01')) / 86_400_000);
  return addDays(day, -(((since % 7) + 7) % 7));
}

/** What begins and ends on a day, by village. */
export function noticesOn(cards: readonly NoticeCard[], day: string): DayEntry[] {
  const of = (kind: DayEntry['kind'], date: (card: NoticeCard) => string | null): DayEntry[] => {
    const found = cards.filter((card) => card.id !== null && date(card) === day);
    const villages = [...new Set(found.map(({ village }) => village ?? ''))];
    return villages.map((village) => {
      const group = found.filter((card) => (card.village ?? '') === village);
      return { kind, village, count: group.length, id: group[0]?.id ?? '' };
    });
  };
  return [...of('begins', ({ openedOn }) => openedOn), ...of('ends', ({ lastDay }) => lastDay)];
}
