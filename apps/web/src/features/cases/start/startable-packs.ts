import type { LocalText, PackStart, SubjectKind } from '#domain';
import type { components } from '../../../api/generated/schema.js';

type PackResponse = components['schemas']['PackResponse'];

export interface StartablePack {
  readonly code: string;
  readonly name: LocalText;
  readonly reasonRequired: boolean;
}

interface Where {
  subject: SubjectKind;
  status: string | undefined;
  today: string;
}

/** Procedures in force today that a subject in this state may enter. The server decides again. */
export function startablePacks(packs: readonly PackResponse[], { subject, status, today }: Where): StartablePack[] {
  return packs.filter((pack) => pack.subject === subject && pack.validFrom <= today && (pack.validTo === null || today < pack.validTo)).flatMap((pack) => {
    const start = pack.content['start'] as PackStart | undefined;
    const fits = start !== undefined && (subject !== 'household' || start.statuses.some((allowed) => allowed === status));
    return fits ? [{ code: pack.code, name: pack.name, reasonRequired: start.reasonRequired }] : [];
  });
}
