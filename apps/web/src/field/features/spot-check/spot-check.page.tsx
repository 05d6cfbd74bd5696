import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { failureReasons, operationKinds } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { useSpotChecks, type SpotCheck } from '../../store/spot-checks.js';
import { BigButton, Card, Empty, Facts, FieldPage, Strip, useGo } from '../../ui/index.js';
import { Differences } from './differences.js';
import { nameOf } from './spot-checks.page.js';
import { SettledLine } from './settled-line.js';
import { SpotScreen } from './spot-screen.js';
import { attemptsOf, nextToAsk, spotState } from './spot-state.js';
import { SpotTag } from './spot-tag.js';
import { VillageScreen } from './village-screen.js';

/** What is asked of a household, or looked at in a village. */
const screenOf = ({ task }: SpotCheck) => (task.unit === 'village' ? VillageScreen : SpotScreen);

/** 抽查表 of one household: how to find it, the blind form, and once the server has the answers where they and the record part. */
export function SpotCheckPage() {
  const { t } = useTranslation();
  const { id } = useParams({ strict: false }) as { id: string };
  const checks = useSpotChecks();
  const check = checks.find(({ task }) => task.id === id);
  if (!check) return <FieldPage title={t('field.spot.one')} back="/spot-checks"><Empty>{t('field.spot.gone')}</Empty></FieldPage>;
  const state = spotState(check);
  const Screen = screenOf(check);
  if (state === 'open' || state === 'tried' || state === 'givenUp' || state === 'returned') return <Screen key={id} check={check} state={state} where={<Where check={check} />} />;
  return <Answered check={check} next={nextToAsk(checks, id)} />;
}

/** Sent answers given anew; while a correction is on its way there is nothing to correct. */
export function SpotCorrectionPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const check = useSpotChecks().find(({ task }) => task.id === id);
  if (!check || spotState(check) !== 'compared') return <SpotCheckPage />;
  const Screen = screenOf(check);
  return <Screen key={id} check={check} state="compared" where={<Where check={check} />} correcting />;
}

/** Whom to ask for and where, and how often somebody went in vain. */
function Where({ check }: { check: SpotCheck }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { task } = check;
  const rows = [
    ...(task.unit === 'village' ? [] : [{ name: t('field.spot.village'), value: task.place ?? task.villageCode }]), ...(task.naturalVillage ? [{ name: t('field.spot.group'), value: task.naturalVillage }] : []),
    ...(task.householdCode ? [{ name: t('field.spot.code'), value: task.householdCode }] : []), { name: t('field.spot.sample'), value: t('field.spot.ofSample', { name: task.sampleName, ordinal: task.ordinal }) },
  ];
  const attempts = attemptsOf(check);
  return (
    <Card title={nameOf(task, t('field.spot.unnamed'))} extra={<SpotTag state={spotState(check)} />}>
      <Facts rows={rows} />
      {attempts.length > 0 && <ul aria-label={t('field.spot.attempts')}>{attempts.map(({ triedOn, reason }, index) => <li key={index}>{triedOn} {failureReasons[reason][language]}</li>)}</ul>}
      {check.settled.map(({ opId, kind, settlement }) => <div key={opId}><p className="secondary small">{operationKinds[kind][language]}</p><SettledLine settlement={settlement} /></div>)}
    </Card>
  );
}

function Answered({ check, next }: { check: SpotCheck; next: SpotCheck | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const go = useGo();
  const state = spotState(check);
  return (
    <FieldPage title={t('field.spot.one')} back="/spot-checks" footer={next && <BigButton onClick={() => go(`/spot-checks/${next.task.id}`, { replace: true })} data-testid="next-spot">{t('field.spot.next', { ordinal: next.task.ordinal })}</BigButton>}>
      <Where check={check} />
      {(state === 'kept' || state === 'sent') && <Strip kind={state === 'kept' ? 'offline' : 'info'} data-testid={`spot-${state}`}>{t(`field.spot.${state}`)}</Strip>}
      {state === 'compared' && check.answer?.state === 'returned' && <Strip kind="error" data-testid="correction-refused">{check.answer.reason?.[language] || check.answer.reason?.zh}</Strip>}
      {state === 'asked' && <Strip kind="info" data-testid="spot-asked">{t('field.spot.asked')}</Strip>}
      {state === 'replaced' && <Strip kind="info">{t('field.spot.replaced')}</Strip>}
      {check.task.outcome && <Differences outcome={check.task.outcome} causes={check.causes} name={nameOf(check.task, t('field.spot.unnamed'))} />}
      {state === 'compared' && <BigButton kind="plain" onClick={() => go(`/spot-checks/${check.task.id}/correct`)} data-testid="correct-spot">{t('field.spot.correct')}</BigButton>}
    </FieldPage>
  );
}
