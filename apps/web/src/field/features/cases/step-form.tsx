import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextStep } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { usePhotos } from '../../store/index.js';
import { Ask, BigButton, Card, Strip, TextArea } from '../../ui/index.js';
import { DirectCard } from './direct-card.js';
import { goesStraight } from './direct-way.js';
import { endsByVote, missingPapers, type PhotosByKind } from './dossier.js';
import { meetingFaults, votesAddUp } from './meeting.js';
import { MeetingSection } from './meeting-section.js';
import { OtherHouseholds } from './other-households.js';
import { PapersSection } from './papers-section.js';
import { useHandIn, type Target } from './use-hand-in.js';
import { photoOwner, type DossierDraft } from './use-dossier.js';
import './cases.css';

interface Props {
  target: Target;
  draft: DossierDraft;
  today: string;
  reasonRequired: boolean;
  /** Conditions that the server will look at with this step and that are not met. */
  stopping: number;
  onHanded: (caseId: string) => void;
}

/** Photographs by paper; the number of kinds of a step never changes, so the hooks keep their order. */
function usePhotosByKind(draftKey: string, kinds: readonly string[]): PhotosByKind {
  const lists = kinds.map((kind) => usePhotos(photoOwner(draftKey, kind)));
  return Object.fromEntries(kinds.map((kind, index) => [kind, (lists[index] ?? []).map(({ id }) => id)]));
}

/** What one person has to bring for one step. It can be left at any time; what is missing is said when it is handed in. */
export function StepForm({ target, draft, today, reasonRequired, stopping, onHanded }: Props) {
  const { t } = useTranslation();
  const local = useLocalText();
  const top = useRef<HTMLDivElement>(null);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState<'ends' | 'stops' | null>(null);
  const [busy, setBusy] = useState(false);
  const { step, pack, present, begin, household, headName } = target;
  const { dossier, change, key } = draft;
  const photos = usePhotosByKind(key, step.evidence.map(({ kind }) => kind));
  const handIn = useHandIn(target, key);
  const { review } = step;
  const meeting = review ? meetingFaults(review, dossier.meeting, today) : [];
  const papers = missingPapers({ step, dossier, photos, present });
  const ends = endsByVote({ step, dossier });
  const reasonMissing = reasonRequired && dossier.reason.trim() === '';
  const opinionMissing = ends && meeting.length === 0 && dossier.opinion.trim() === '';
  const others = dossier.others.filter((other) => other.inFavour === null || !votesAddUp(other, dossier.meeting.present)).length;
  const faults = meeting.length + papers.length + (reasonMissing ? 1 : 0) + (opinionMissing ? 1 : 0) + others;
  const keep = async () => {
    setAsking(null);
    setBusy(true);
    onHanded(await handIn(dossier, photos).finally(() => setBusy(false)));
  };
  const submit = () => {
    if (faults > 0) {
      setTried(true);
      return top.current?.scrollIntoView();
    }
    if (ends) return setAsking('ends');
    if (stopping > 0 && step.facts !== null) return setAsking('stops');
    void keep();
  };
  const needs = step.evidence.filter(({ kind }) => !(review && kind === 'meeting_minutes'));
  const straight = goesStraight(target.direct, dossier);
  const following = straight ? target.direct?.to : nextStep(pack, step.code);
  return (
    <div ref={top} className="case-form">
      {tried && faults > 0 && <Strip kind="error" data-testid="faults">{t('field.cases.faults', { count: faults })}</Strip>}
      {begin && (
        <Card><TextArea label={t('field.cases.reason')} required={reasonRequired} error={tried && reasonMissing ? t('field.cases.reasonRequired') : null} value={dossier.reason} maxLength={500} onChange={(reason) => change({ reason })} testid="case-reason" /></Card>
      )}
      {review && <MeetingSection step={step} meeting={dossier.meeting} today={today} faults={tried ? meeting : meeting.filter(({ kind }) => kind !== 'required')} onChange={(next) => change({ meeting: next })} />}
      {review && begin && <OtherHouseholds step={step} start={pack.start} village={household.village} own={household.id} dossier={dossier} onChange={(next) => change({ others: next })} />}
      <PapersSection needs={needs} present={present} draftKey={key} papers={dossier.papers} missing={tried ? papers : []} onChange={(next) => change({ papers: next })} />
      {target.direct && <DirectCard way={target.direct} straight={straight} onChange={(direct) => change({ direct })} />}
      <Card>
        <TextArea label={t(ends && meeting.length === 0 ? 'field.cases.opinionForRefusal' : 'field.cases.opinion')} error={tried && opinionMissing ? t('field.cases.opinionRequired') : null} value={dossier.opinion} maxLength={500} onChange={(opinion) => change({ opinion })} testid="case-opinion" />
        {following && !ends && <p className="small">{t('field.cases.next', { step: local(following.name) })}</p>}
        <p className="small secondary">{t('field.cases.resume')}</p>
      </Card>
      <div className="case-submit"><BigButton busy={busy} onClick={submit} data-testid="hand-in">{t(`field.cases.actions.${target.action as 'submit'}`)}</BigButton></div>
      <Ask open={asking === 'ends'} danger title={t('field.cases.endsAsk')} body={t('field.cases.endsBody', { name: headName, inFavour: dossier.meeting.inFavour ?? 0, against: dossier.meeting.against ?? 0 })} confirm={t(`field.cases.actions.${target.action as 'submit'}`)} onConfirm={() => void keep()} onClose={() => setAsking(null)} />
      <Ask open={asking === 'stops'} title={t('field.cases.stopsAsk')} body={t('field.cases.checkStops', { count: stopping })} confirm={t(`field.cases.actions.${target.action as 'submit'}`)} onConfirm={() => void keep()} onClose={() => setAsking(null)} />
    </div>
  );
}
