import { unfit, type PackRow, type ParameterValues } from '#domain';
import type { Me, Procedure, Reference } from '../../store/types.js';

interface Where {
  readonly status: string;
  readonly village: string;
  readonly today: string;
  readonly me: Pick<Me, 'userId' | 'role' | 'division'>;
}

/** Procedures in force today that a household of this status may enter by the hand of this person. The server decides again. */
export function startableOf(procedures: readonly Procedure[], { status, village, today, me }: Where): Procedure[] {
  return procedures.filter(({ pack }) => {
    const first = pack.steps[0];
    const now = pack.validFrom <= today && (pack.validTo === null || today < pack.validTo);
    return now && first !== undefined && pack.start.statuses.some((allowed) => allowed === status) && unfit(first.hands, village, me) === null;
  });
}

/**
 * Year by which a case of the household is judged: the latest with a record and a poverty line, else the latest with a record, else
 * the running one. `sure` only in the first case: the phone holds the last years, and the server may find an older one.
 */
export function usualYear(years: readonly PackRow[], parameters: Reference['parameters'], running: number): { readonly year: number; readonly sure: boolean } {
  const recorded = [...new Set(years.map((row) => Number(row['year'])))].sort((left, right) => right - left);
  const line = (year: number): ParameterValues[string] | undefined => parameters[String(year)]?.['poverty_line'];
  const year = recorded.find((one) => line(one) != null);
  return { year: year ?? recorded[0] ?? running, sure: year !== undefined };
}
