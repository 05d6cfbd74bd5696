import type { MeetingCounts, ReviewNeed, Share } from '#domain';

/** Record of a review meeting while it is being written. */
export interface MeetingForm {
  readonly heldOn: string | null;
  readonly place: string;
  readonly convener: string;
  readonly entitled: number | null;
  readonly present: number | null;
  readonly inFavour: number | null;
  readonly against: number | null;
  /** Null: the rest of those present. */
  readonly abstained: number | null;
  readonly summary: string;
}

export interface Votes {
  readonly inFavour: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
}

export type MeetingField = 'heldOn' | 'place' | 'convener' | 'entitled' | 'present' | 'inFavour' | 'against' | 'abstained';
export type MeetingFault = { readonly field: MeetingField; readonly kind: 'required' | 'future' | 'present' | 'votes' } | { readonly field: 'present'; readonly kind: 'quorum'; readonly share: Share; readonly source: string };

export const emptyMeeting = (today: string): MeetingForm => ({ heldOn: today, place: '', convener: '', entitled: null, present: null, inFavour: null, against: null, abstained: null, summary: '' });

/** Who is neither for nor against abstains, unless another number was typed. */
export function abstainedOf({ inFavour, against, abstained }: Votes, present: number | null): number | null {
  if (abstained !== null) return abstained;
  return present === null || inFavour === null ? null : Math.max(0, present - inFavour - (against ?? 0));
}

/** Passed when more are for than against, and as many as the procedure asks for. */
export function isPassed(need: ReviewNeed, { inFavour, against }: Votes, present: number | null): boolean {
  return (inFavour ?? 0) > (against ?? 0) && (need.approval === null || reaches(inFavour ?? 0, present ?? 0, need.approval));
}

/** What keeps the record from being handed in, field by field. The votes of all present add up, and enough are present. */
export function meetingFaults(need: ReviewNeed, form: MeetingForm, today: string): MeetingFault[] {
  const empty = (['heldOn', 'place', 'convener', 'entitled', 'present', 'inFavour'] as const).filter((field) => form[field] === null || form[field] === '');
  const faults: MeetingFault[] = empty.map((field) => ({ field, kind: 'required' }));
  if (form.heldOn !== null && form.heldOn > today) faults.push({ field: 'heldOn', kind: 'future' });
  const { entitled, present } = form;
  if (entitled !== null && present !== null) {
    if (present < 1 || present > entitled) faults.push({ field: 'present', kind: 'present' });
    else if (need.attendance && !reaches(present, entitled, need.attendance)) faults.push({ field: 'present', kind: 'quorum', share: need.attendance, source: need.source ?? '' });
  }
  if (form.inFavour !== null && !votesAddUp(form, present)) faults.push({ field: 'inFavour', kind: 'votes' });
  return faults;
}

export function votesAddUp(votes: Votes, present: number | null): boolean {
  return present === null || (votes.inFavour ?? 0) + (votes.against ?? 0) + (abstainedOf(votes, present) ?? 0) === present;
}

/** The figures as the server takes them. Call it only without faults. */
export function countsOf(need: ReviewNeed, form: MeetingForm, votes: Votes = form): MeetingCounts {
  return {
    entitled: form.entitled ?? 0, present: form.present ?? 0, inFavour: votes.inFavour ?? 0, against: votes.against ?? 0, abstained: abstainedOf(votes, form.present) ?? 0, passed: isPassed(need, votes, form.present),
  };
}

function reaches(part: number, whole: number, share: Share): boolean {
  return part * share.denominator >= share.numerator * whole;
}
