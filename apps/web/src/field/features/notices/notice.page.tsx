import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useVillages } from '../../store/index.js';
import { Card, Empty, FieldPage, Strip, Wait } from '../../ui/index.js';
import { AttachEvidence } from '../cases/attach-evidence.js';
import { CaseWork } from '../cases/case-work.js';
import { nextAction } from '../cases/field-case.js';
import { useCaseSetting, useShownCases, type ShownCase } from '../cases/use-cases.js';
import { draftKeyOf, useDossier } from '../cases/use-dossier.js';
import { CloseNotice } from './close-notice.js';
import { CountdownRing } from './countdown-ring.js';
import { laneOf } from './notice-state.js';
import { Objections } from './objections.js';
import { Poster } from './poster.js';
import { PostingForm } from './posting-form.js';
import './notices.css';

/** A notice: the poster, its posting, its clock, objections and its end. */
export function NoticePage() {
  const { t } = useTranslation();
  const { id } = useParams({ strict: false }) as { id: string };
  const cases = useShownCases();
  const shown = cases?.find(({ kase }) => kase.id === id.slice(-36));
  if (!cases) return <FieldPage title={t('field.notices.title')} back="/notices"><Wait /></FieldPage>;
  if (!shown || laneOf(shown.kase) === null) return <FieldPage title={t('field.notices.title')} back="/notices">{shown && <NoticeWork shown={shown} />}<Empty>{t('field.cases.notHere')}</Empty></FieldPage>;
  return <OpenNotice shown={shown} />;
}

function NoticeWork({ shown: { kase } }: { shown: ShownCase }) {
  const { today } = useCaseSetting();
  const draft = useDossier(draftKeyOf(kase.id, kase.step?.code ?? ''), today);
  return <CaseWork kase={kase} draft={draft} />;
}

function OpenNotice({ shown }: { shown: ShownCase }) {
  const { t } = useTranslation();
  const setting = useCaseSetting();
  const villages = useVillages();
  const { kase, entry, household } = shown;
  const action = nextAction(kase, setting.me);
  const lane = laneOf(kase);
  const { notice, step } = kase;
  const village = notice?.posterVillage ?? villages.find(({ code }) => code === household.village)?.name ?? '';
  const days = notice?.minDays ?? kase.noticeDays[step?.code ?? ''];
  const rule = step?.notice;
  const busy = kase.work.some(({ kind, state }) => kind === 'case.act' && state !== 'returned');
  return (
    <FieldPage title={`${entry.headName} · ${t(`field.notices.lanes.${lane ?? 'notice_due'}`)}`} back="/notices">
      <NoticeWork shown={shown} />
      {notice && <Card extra={<CountdownRing kase={kase} today={setting.today} />} title={t('field.notices.posterPeriod')}>{notice.closesOn === undefined ? t('field.notices.periodOpen', { from: notice.openedOn }) : t('field.notices.period', { from: notice.openedOn, to: notice.closesOn })}</Card>}
      {rule && (days === undefined ? <Strip kind="warning">{t('field.notices.ruleUnset')}</Strip> : <p className="small">{t('field.notices.rule', { days, unit: t(`field.notices.units.${rule.unit}`), counts: t(rule.startDayCounts ? 'field.notices.countsIn' : 'field.notices.countsOut') })}</p>)}
      <Poster kase={kase} data={{ name: notice?.posterName ?? entry.headName, village, headCount: notice?.headCount ?? entry.memberCount }} />
      {lane === 'notice_due' && !busy && (step && action === 'publish_notice' ? <PostingForm shown={shown} step={step} /> : <Strip kind="info">{t('field.notices.notYours')}</Strip>)}
      {lane === 'notice_complete' && action === 'close_notice' && <CloseNotice shown={shown} />}
      {notice && <Objections shown={shown} />}
      {notice && <p className="small">{t('field.notices.again')}</p>}
      {notice && <AttachEvidence kase={kase} household={household} headName={entry.headName} />}
    </FieldPage>
  );
}
