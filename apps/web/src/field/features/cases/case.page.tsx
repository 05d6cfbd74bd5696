import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language.js';
import { useReference } from '../../store/index.js';
import { BigButton, Empty, FieldPage, Wait, useGo } from '../../ui/index.js';
import { AttachEvidence } from './attach-evidence.js';
import { CaseCourse } from './case-course.js';
import { CaseWork } from './case-work.js';
import { CheckCard, useChecks } from './check-card.js';
import { directWay } from './direct-way.js';
import { nextAction } from './field-case.js';
import { missingItems } from './missing.js';
import { ReturnedCard } from './returned-card.js';
import { usualYear } from './start.js';
import { StepForm } from './step-form.js';
import { useCaseSetting, useShownCases, type ShownCase } from './use-cases.js';
import { draftKeyOf, useDossier } from './use-dossier.js';
import './cases.css';

/** A case: why it came back, what is to be done now, where it stands. */
export function CasePage() {
  const { t } = useTranslation();
  const { id } = useParams({ strict: false }) as { id: string };
  const cases = useShownCases();
  const shown = cases?.find(({ kase }) => kase.id === id.slice(-36));
  if (!cases) return <FieldPage title={t('field.cases.title')} back="/cases"><Wait /></FieldPage>;
  if (!shown) return <FieldPage title={t('field.cases.title')} back="/cases"><Empty>{t('field.cases.notHere')}</Empty></FieldPage>;
  return <OpenCase shown={shown} />;
}

const ownForm = new Set(['submit', 'agree', 'record_review', 'announce']);

function OpenCase({ shown: { kase, household, entry } }: { shown: ShownCase }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const go = useGo();
  const setting = useCaseSetting();
  const { parameters } = useReference();
  const year = kase.row?.year ?? usualYear(household.rows.years, parameters, Number(setting.today.slice(0, 4))).year;
  const lists = useChecks(household, kase.pack, year);
  const draft = useDossier(draftKeyOf(kase.id, kase.step?.code ?? ''), setting.today, kase);
  const action = nextAction(kase, setting.me);
  const { step } = kase;
  const present = (kase.row?.evidence ?? []).filter((paper) => paper.step === step?.code).map(({ kind }) => kind);
  const checked = kase.pack.steps.some(({ facts }) => facts !== null) && kase.phase !== 'completed';
  return (
    <FieldPage title={`${entry.headName} · ${local(kase.pack.name)}`} back="/cases">
      {kase.returned && <ReturnedCard kase={kase} returned={kase.returned} />}
      <CaseWork kase={kase} draft={draft} />
      {step?.kind === 'notice' && <BigButton onClick={() => go(`/notices/${kase.id}`)} data-testid="to-notice">{t('field.cases.toNotice')}</BigButton>}
      {step && action && ownForm.has(action) && (
        <StepForm target={{ household, headName: entry.headName, pack: kase.pack, step, action, caseId: kase.id, enteredAt: kase.row?.enteredAt, begin: null, present, direct: directWay(kase) }} draft={draft} today={setting.today} reasonRequired={false} stopping={missingItems(lists).length} onHanded={() => scrollTo(0, 0)} />
      )}
      {checked && <CheckCard household={household} pack={kase.pack} year={year} lists={lists} />}
      <CaseCourse kase={kase} today={setting.today} />
      {step && kase.row && <AttachEvidence kase={kase} household={household} headName={entry.headName} />}
    </FieldPage>
  );
}
