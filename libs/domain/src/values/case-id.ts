import { isUuid } from './uuid-v7.js';

/** Identity of a case row: the county that stores it and its UUID. In HTTP the two travel as one string. */
export interface CaseId {
  readonly countyCode: string;
  readonly id: string;
}

/** `150221` and a UUID → `150221-0190…`. */
export function formatCaseId(countyCode: string, id: string): string {
  return `${countyCode}-${id}`;
}

/** Parses `<6 digits>-<uuid>`; undefined for anything else. */
export function parseCaseId(text: string): CaseId | undefined {
  const countyCode = text.slice(0, 6);
  const id = text.slice(7);
  if (!/^[0-9]{6}$/.test(countyCode) || text[6] !== '-' || !isUuid(id)) return undefined;
  return { countyCode, id };
}
