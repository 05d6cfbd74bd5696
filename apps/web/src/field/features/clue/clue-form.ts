import { pauseOf, type CluePause } from '../households/pause-of.js';
import type { PackHousehold } from '../../store/types.js';

/** A clue: who, what kind, how bad, in words; six fields with where it comes from and photos. */
export interface ClueForm {
  readonly kind: string | null;
  readonly severity: string;
  readonly channel: string;
  readonly description: string;
  /** A household that is not on record. */
  readonly name: string;
  readonly phone: string;
  readonly place: string;
  /** Open clue of the same kind that this is added to. */
  readonly appendTo: string | null;
  readonly awaitingPhoto: boolean;
}

export const emptyClue: ClueForm = { kind: null, severity: 'LOW', channel: 'CADRE', description: '', name: '', phone: '', place: '', appendTo: null, awaitingPhoto: false };

export interface OpenClue {
  readonly id: string;
  readonly kind: string;
  readonly description: string;
  readonly on: string;
  /** Its days stand still; null while they count. */
  readonly pause: CluePause | null;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Clues about the household that nobody has settled, on record or made here. */
export function openClues({ rows, edits }: Pick<PackHousehold, 'rows' | 'edits'>): OpenClue[] {
  const recorded = rows.clues.filter((row) => row['status'] !== 'SETTLED').map((row) => ({ id: text(row['id']), kind: text(row['kind']), description: text(row['description']), on: text(row['reportedAt']).slice(0, 10), pause: pauseOf(row) }));
  const own = edits.filter(({ kind, state }) => kind === 'clue.record' && state !== 'returned')
    .map(({ entityId, payload, occurredAt }) => ({ id: entityId.slice(7), kind: text(payload['kind']), description: text(payload['description']), on: occurredAt.slice(0, 10), pause: null }));
  return [...recorded, ...own.filter(({ id }) => !recorded.some((row) => row.id === id))];
}

export function clueMissing(form: ClueForm, known: boolean): ('kind' | 'who' | 'description')[] {
  const noOne = !known && form.name.trim() === '' && form.place.trim() === '';
  return [...(noOne ? (['who'] as const) : []), ...(form.kind === null ? (['kind'] as const) : []), ...(form.appendTo !== null && form.description.trim() === '' ? (['description'] as const) : [])];
}

/** `clue.record`; the kind stands for the description when nobody described it further. */
export function cluePayload(form: ClueForm, around: { readonly householdId: string | null; readonly villageCode: string; readonly photos: readonly string[]; readonly kindName: string }): object {
  const subject = around.householdId
    ? { householdId: around.householdId }
    : { villageCode: around.villageCode, ...filled({ subjectName: form.name, subjectPhone: form.phone, place: form.place }) };
  return {
    ...subject, kind: form.kind, severity: form.severity, channel: form.channel, description: form.description.trim() || around.kindName,
    ...(around.photos.length > 0 ? { attachmentIds: around.photos } : {}),
  };
}

const filled = (values: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.trim()] as const).filter(([, value]) => value !== ''));
