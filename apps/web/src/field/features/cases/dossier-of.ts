import type { PendingEdit } from '../../store/types.js';
import { emptyDossier, type Dossier, type PhotosByKind } from './dossier.js';
import type { FieldCase } from './field-case.js';
import type { MeetingForm } from './meeting.js';

interface Sent {
  readonly opinion?: string;
  readonly placeDetail?: string;
  readonly direct?: boolean;
  readonly evidence?: readonly { readonly kind: string; readonly reference?: string; readonly attachmentId?: string }[];
  readonly review?: MeetingForm & { readonly passed: boolean };
}

/**
 * The dossier as it was handed in, to be corrected after a refusal. Where the server closed the direct way, it goes step by step.
 */
export function dossierOf({ payload, reason }: Pick<PendingEdit, 'payload' | 'reason'>, before: Dossier): Dossier {
  const { opinion = '', placeDetail = '', evidence = [], review, direct = false } = payload as Sent;
  const now = { ...before, direct: direct && reason?.code !== 'case.not-direct' };
  const papers = Object.fromEntries(evidence.flatMap(({ kind, reference }) => (reference === undefined ? [] : [[kind, reference]])));
  if (!review) return { ...now, opinion, placeDetail, papers };
  const { passed: _, ...meeting } = review;
  return { ...now, opinion, placeDetail, papers, meeting };
}

/** Its photographs, by paper. */
export function photosOf({ payload }: Pick<PendingEdit, 'payload'>): PhotosByKind {
  const photos: Record<string, string[]> = {};
  for (const { kind, attachmentId } of (payload as Sent).evidence ?? []) if (attachmentId !== undefined) (photos[kind] ??= []).push(attachmentId.slice(-36));
  return photos;
}

/** A step that came back: the record of its last meeting stands in the form again, to be corrected where it was wrong. */
export function dossierFrom({ row, step }: Pick<FieldCase, 'row' | 'step'>, today: string): Dossier {
  const empty = emptyDossier(today);
  const last = row?.meetings?.filter((meeting) => meeting.step === step?.code).at(-1);
  if (!last) return empty;
  const { heldOn, place, convener, entitled, present, inFavour, against, abstained, summary } = last;
  return { ...empty, meeting: { heldOn, place, convener, entitled, present, inFavour, against, abstained, summary } };
}
