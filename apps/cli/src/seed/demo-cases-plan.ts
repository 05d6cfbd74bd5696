import type { Pack, PackStep } from '#domain';
import type { Stop } from './demo-cases-path.js';

/** What a demo household is before its case begins. */
export type SubjectKind = 'candidate' | 'poor' | 'ready' | 'fallen' | 'wrong' | 'exited';

/** Procedures about households, with the kind of household that enters. */
export const subjectOfPack: Readonly<Record<string, SubjectKind>> = {
  identification: 'candidate', household_exit: 'ready', re_entry: 'fallen', clear_out: 'wrong', end_entitlement: 'exited',
};

/**
 * Every state that a procedure about households can be in: waiting at each step, a notice posted, complete and contested, handed over,
 * returned, refused by the meeting and by an office, withdrawn, completed with an objection settled on the way.
 */
export function stopsOf(pack: Pack): Stop[] {
  const { steps } = pack;
  const is = (kind: PackStep['kind']) => steps.filter((step) => step.kind === kind && !step.decides);
  const [meeting] = is('review_meeting');
  const [review] = is('review');
  const at = (step: PackStep | undefined, as: Stop['as']): Stop[] => (step ? [{ step: step.code, as }] : []);
  return [
    ...steps.map(({ code }): Stop => ({ step: code, as: 'waiting' })),
    ...at(is('notice')[0], 'published'), ...at(is('notice')[0], 'complete'), ...at(is('notice')[0], 'objected'), ...at(review, 'transferred'), ...at(review, 'returned'), ...at(meeting, 'refused'), ...at(review, 'refused'),
    ...at(steps[0], 'withdrawn'),
    { step: steps.at(-1)?.code ?? '', as: 'completed' },
  ];
}

export interface AreaCase {
  readonly pack: 'village_exit' | 'county_exit';
  readonly division: string;
  /** One after the other: a subject has one open case of a procedure. */
  readonly stops: readonly Stop[];
}

/** Villages of one township, and two counties of one city. Those that come past the verification are made fit for it. */
export const areaCases: readonly AreaCase[] = [
  { pack: 'village_exit', division: '150125100202', stops: [{ step: 'ANNOUNCEMENT', as: 'completed' }] },
  { pack: 'village_exit', division: '150125100203', stops: [{ step: 'ANNOUNCEMENT', as: 'waiting' }] },
  { pack: 'village_exit', division: '150125100204', stops: [{ step: 'NOTICE', as: 'published' }] },
  { pack: 'village_exit', division: '150125100205', stops: [{ step: 'APPLICATION', as: 'withdrawn' }, { step: 'COUNTY_VERIFICATION', as: 'returned' }] },
  { pack: 'village_exit', division: '150125100206', stops: [{ step: 'NOTICE', as: 'objected' }] },
  { pack: 'village_exit', division: '150125100207', stops: [{ step: 'TOWNSHIP_REVIEW', as: 'refused' }, { step: 'COUNTY_DECISION', as: 'waiting' }] },
  { pack: 'village_exit', division: '150125100208', stops: [{ step: 'NOTICE', as: 'waiting' }] },
  { pack: 'village_exit', division: '150125100201', stops: [{ step: 'TOWNSHIP_REVIEW', as: 'waiting' }] },
  { pack: 'county_exit', division: '150124', stops: [{ step: 'APPLICATION', as: 'withdrawn' }, { step: 'ANNOUNCEMENT', as: 'completed' }] },
  { pack: 'county_exit', division: '150125', stops: [{ step: 'PREFECTURE_REVIEW', as: 'refused' }, { step: 'REGION_CHECK', as: 'returned' }] },
];
