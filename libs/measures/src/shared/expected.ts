import { isCalendarDate, parseCaseId, problem, type CaseId } from '#domain';
import { currentContext } from '#platform';

/** Version that the caller read: from the body, or from `If-Match: "3"`. @throws `version-required` */
export function expectedVersion(body: number | undefined, ifMatch?: string): number {
  const header = /^(?:W\/)?"?([1-9][0-9]{0,8})"?$/.exec(ifMatch ?? '')?.[1];
  const version = body ?? (header === undefined ? undefined : Number(header));
  if (version === undefined) throw problem('version-required');
  return version;
}

/** @throws `stale-version` when someone was faster */
export function checkVersion(row: { readonly version: number }, expected: number): void {
  if (row.version !== expected) throw problem('stale-version', { version: row.version, yourVersion: expected });
}

/** @throws `not-found` for what is no id of a row */
export function caseIdOf(text: string): CaseId {
  const id = parseCaseId(text);
  if (!id) throw problem('not-found');
  return id;
}

/** A day that exists and is not after today. @throws `validation`, `help.in-future` */
export function pastDay(day: string, field: string): string {
  realDay(day, field);
  if (day > currentContext().today) throw problem('help.in-future', { field });
  return day;
}

/** @throws `validation` for a day that no calendar has */
export function realDay(day: string, field: string): string {
  if (!isCalendarDate(day)) throw problem('validation', { fields: [{ field, faults: ['date'] }] });
  return day;
}
