import { useToday } from '../../../ui/use-clock.js';
import type { Choice } from './items.js';

/** The year of the server. */
export function useThisYear(): number {
  return Number(useToday().slice(0, 4));
}

/** Next year, this one and those before it. */
export function useYearChoices(): Choice[] {
  const year = useThisYear();
  return Array.from({ length: 12 }, (_, back) => String(year + 1 - back)).map((value) => ({ value, label: value }));
}
