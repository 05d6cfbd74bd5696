import { formatCaseId, type CaseAction, type PackStep } from '#domain';
import type { Work } from '../../store/types.js';
import { countsOf, emptyMeeting, isPassed, type MeetingForm, type Votes } from './meeting.js';

/** What one person puts together for one step of a case; kept as a draft until it is handed in. */
export interface Dossier {
  readonly reason: string;
  readonly opinion: string;
  /** Where a paper lies or what it says, by kind; photographs are kept beside it. */
  readonly papers: Readonly<Record<string, string>>;
  readonly meeting: MeetingForm;
  /** Other households of the same meeting: the votes on each. */
  readonly others: readonly (Votes & { readonly householdId: string })[];
  /** Where exactly the notice hangs. */
  readonly placeDetail: string;
  /** Straight back to whoever returned the case, or step by step; absent: not chosen. */
  readonly direct?: boolean;
}

export const emptyDossier = (today: string): Dossier => ({ reason: '', opinion: '', papers: {}, meeting: emptyMeeting(today), others: [], placeDetail: '' });

/** Photographs of each paper, as ids of attachments. */
export type PhotosByKind = Readonly<Record<string, readonly string[]>>;

export interface Handing {
  readonly dossier: Dossier;
  readonly photos: PhotosByKind;
  readonly step: PackStep;
  readonly action: CaseAction;
  /** Straight back to whoever returned the case. */
  readonly direct?: boolean;
  /** Words that the phone writes into the record. */
  readonly words: { readonly title: string; readonly startTitle: string; readonly minutes: (votes: Votes) => string; readonly sameMeeting: string; readonly posted: string };
}

export interface CaseKey {
  /** `county-uuid`. */
  readonly caseId: string;
  /** Plain id. */
  readonly householdId: string;
}

/** A case that begins with this step. */
export interface Beginning {
  readonly pack: string;
  /** Absent: the server finds the year. */
  readonly year?: number;
}

interface Paper {
  readonly kind: string;
  readonly title?: string;
  readonly attachmentId?: string;
  readonly reference?: string;
  readonly text?: string;
}

/** Required papers that are neither written, photographed nor with the case already. The minutes are written by the record of the meeting itself. */
export function missingPapers({ step, dossier, photos, present }: Pick<Handing, 'step' | 'dossier' | 'photos'> & { present: readonly string[] }): string[] {
  const there = new Set([...present, ...(step.review ? ['meeting_minutes'] : []), ...Object.keys(photos).filter((kind) => (photos[kind]?.length ?? 0) > 0)]);
  return step.evidence.filter((need) => need.required && !there.has(need.kind) && !dossier.papers[need.kind]?.trim()).map(({ kind }) => kind);
}

/** Operations that hand a step in: the start of the case where it begins here, then the step with its papers. */
export function workOf({ caseId, householdId }: CaseKey, handing: Handing, from: { begin: Beginning } | { enteredAt?: string }, draftKey: string): Work[] {
  const { dossier, step, action, words, photos } = handing;
  const county = caseId.slice(0, 6);
  const subjectId = formatCaseId(county, householdId);
  const begin = 'begin' in from ? from.begin : null;
  const start: Work[] = begin === null ? [] : [{ kind: 'case.start', entityId: caseId, householdId, title: words.startTitle, payload: { pack: begin.pack, subjectId, ...(begin.year === undefined ? {} : { year: begin.year }), ...said('reason', dossier.reason) } }];
  const act: Work = {
    kind: 'case.act', entityId: caseId, householdId, title: words.title, photos: Object.values(photos).flat(), draftKey,
    payload: {
      step: step.code, action, ...('enteredAt' in from && from.enteredAt !== undefined ? { enteredAt: from.enteredAt } : {}), ...(begin ? { of: { pack: begin.pack, subjectId } } : {}),
      ...said('opinion', dossier.opinion), ...said('placeDetail', dossier.placeDetail), ...(handing.direct ? { direct: true } : {}), evidence: papersOf(county, handing), ...reviewOf(handing, dossier.meeting),
    },
  };
  return [...start, act];
}

/** Another household of the same meeting: its own case, its own votes; sheet and photographs lie with the first. */
export function sameMeetingWork(key: CaseKey, handing: Handing, begin: Beginning, votes: Votes): Work[] {
  const alike: Handing = { ...handing, photos: {}, dossier: { ...handing.dossier, papers: { meeting_photo: handing.words.sameMeeting }, others: [] } };
  const only = new Set(handing.step.evidence.map(({ kind }) => kind));
  const papers = only.has('meeting_photo') ? alike.dossier.papers : {};
  const [start, act] = workOf(key, { ...alike, dossier: { ...alike.dossier, papers } }, { begin }, '');
  const { draftKey: _, photos: __, ...rest } = act ?? { kind: 'case.act' as const, entityId: key.caseId, householdId: key.householdId, title: '', payload: {} };
  const payload = { ...rest.payload, ...reviewOf(handing, votes), evidence: [{ kind: 'meeting_minutes', text: handing.words.minutes(votes) }, ...papersOf(key.caseId.slice(0, 6), { ...alike, step: { ...handing.step, review: null } }).filter(({ kind }) => only.has(kind) && kind in papers)] };
  return [...(start ? [start] : []), { ...rest, payload }];
}

function papersOf(county: string, { dossier, photos, step, action, words }: Handing): Paper[] {
  const kinds = step.evidence.map(({ kind }) => kind);
  const pictures = kinds.flatMap((kind) => (photos[kind] ?? []).map((id): Paper => ({ kind, attachmentId: formatCaseId(county, id) })));
  const written = kinds.filter((kind) => dossier.papers[kind]?.trim()).map((kind): Paper => ({ kind, reference: dossier.papers[kind]?.trim() }));
  const minutes: Paper[] = step.review && kinds.includes('meeting_minutes') ? [{ kind: 'meeting_minutes', text: words.minutes(dossier.meeting) }] : [];
  // When it was posted by the clock of the phone: kept, and never counted by.
  const posted: Paper[] = action === 'publish_notice' ? [{ kind: 'supplement', text: words.posted }] : [];
  return [...minutes, ...pictures, ...written, ...posted];
}

function reviewOf({ step, dossier: { meeting }, words }: Handing, votes: Votes): object {
  if (!step.review) return {};
  const { heldOn, place, convener, summary } = meeting;
  return { review: { heldOn, place: place.trim(), convener: convener.trim(), ...countsOf(step.review, meeting, votes), summary: summary.trim() || words.minutes(votes) } };
}

const said = (key: string, text: string): Record<string, string> => (text.trim() === '' ? {} : { [key]: text.trim() });

/** A meeting that says no ends the case; whoever hands it in must say why. */
export function endsByVote({ step, dossier }: Pick<Handing, 'step' | 'dossier'>): boolean {
  return step.review !== null && !isPassed(step.review, dossier.meeting, dossier.meeting.present);
}
