import { useTranslation } from 'react-i18next';
import type { CaseAction, DirectRoute, Pack, PackStep } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useLocalText } from '../../../i18n/use-language.js';
import { caseIdOf, newCaseId, save, useHouseholdIndex, useSyncState, type PackHousehold, type Work } from '../../store/index.js';
import { say } from '../../ui/index.js';
import { goesStraight } from './direct-way.js';
import { sameMeetingWork, workOf, type Beginning, type Dossier, type Handing, type PhotosByKind } from './dossier.js';
import { abstainedOf, isPassed, type Votes } from './meeting.js';

/** Which step of which case is handed in; `begin` where the case is started by it. */
export interface Target {
  readonly household: PackHousehold;
  readonly headName: string;
  readonly pack: Pack;
  readonly step: PackStep;
  readonly action: CaseAction;
  /** Plain id of the case; null before it is started. */
  readonly caseId: string | null;
  readonly enteredAt?: string | undefined;
  readonly begin: Beginning | null;
  /** Kinds of papers that are with the case for this step already. */
  readonly present: readonly string[];
  /** Where a return is answered: the way straight back. */
  readonly direct: DirectRoute | null;
}

/** Stores what was put together; answers the plain id of the case. */
export function useHandIn(target: Target, draftKey: string): (dossier: Dossier, photos: PhotosByKind) => Promise<string> {
  const { t } = useTranslation();
  const local = useLocalText();
  const entries = useHouseholdIndex();
  const { waiting, serverTimeOffset } = useSyncState();
  const { household, headName, pack, step, action, begin } = target;
  const nameOf = (id: string) => entries.find((entry) => entry.id === id)?.headName ?? '';
  const minutesOf = ({ meeting }: Dossier) => (votes: Votes): string => t('field.cases.meeting.minutes', {
    heldOn: meeting.heldOn ?? '', place: meeting.place, convener: meeting.convener, entitled: meeting.entitled ?? 0, present: meeting.present ?? 0, inFavour: votes.inFavour ?? 0, against: votes.against ?? 0,
    abstained: abstainedOf(votes, meeting.present) ?? 0,
    result: t(step.review && isPassed(step.review, votes, meeting.present) ? 'field.cases.meeting.passed' : 'field.cases.meeting.refused'),
  });
  const handingOf = (dossier: Dossier, photos: PhotosByKind, name: string): Handing => ({
    dossier, photos, step, action, direct: goesStraight(target.direct, dossier),
    words: {
      title: t('field.cases.titles.act', { step: local(step.name), name }), startTitle: t('field.cases.titles.start', { pack: local(pack.name), name }), minutes: minutesOf(dossier),
      sameMeeting: t('field.cases.meeting.same', { name: headName }), posted: t('field.notices.postedAt', { at: formatMoment(new Date(Date.now() + serverTimeOffset).toISOString()), place: dossier.placeDetail }),
    },
  });
  return async (dossier, photos) => {
    const caseId = target.caseId === null ? newCaseId(household.id) : caseIdOf(target.caseId, household.village);
    const from = begin ? { begin } : { enteredAt: target.enteredAt };
    const own = workOf({ caseId, householdId: household.id }, handingOf(dossier, photos, headName), from, draftKey);
    const others = begin && step.review ? dossier.others.filter(({ inFavour }) => inFavour !== null).flatMap(({ householdId, ...votes }): Work[] =>
      sameMeetingWork({ caseId: newCaseId(householdId), householdId }, handingOf(dossier, {}, nameOf(householdId)), begin, votes)) : [];
    await save([...own, ...others]);
    say(t('field.cases.saved', { count: waiting + own.length + others.length }));
    return caseId.slice(-36);
  };
}
