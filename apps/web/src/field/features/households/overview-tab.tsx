import { useTranslation } from 'react-i18next';
import { BigButton, Card, Strip, useGo } from '../../ui/index.js';
import { HelpDueCard } from '../help/help-due-card.js';
import { AssurancesCard } from './assurances-card.js';
import { ExitCard } from './exit-card.js';
import { IncomeCurve } from './income-curve.js';
import { OpenProblems } from './open-problems.js';
import type { Shown } from './use-judged.js';

/** 概况: what needs somebody, what is missing for exit, what help is due, how it went. */
export function OverviewTab({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const go = useGo();
  const returned = shown.edits.filter(({ state }) => state === 'returned');
  const contested = shown.rows.contested.length;
  return (
    <>
      {returned.length > 0 && <Strip kind="error" action={<BigButton small kind="plain" data-testid="to-returned" onClick={() => go('/inbox')}>{t('field.households.mend')}</BigButton>}>{t('field.households.returned', { count: returned.length })}</Strip>}
      {contested > 0 && <Strip kind="error" action={<BigButton small kind="plain" data-testid="to-contested" onClick={() => go(`/contested/${shown.id}`)}>{t('field.households.choose')}</BigButton>}>{t('field.households.contested', { count: contested })}</Strip>}
      <ExitCard shown={shown} />
      <HelpDueCard shown={shown} />
      <Card title={t('field.households.income.curve')}><IncomeCurve years={shown.rows.years} line={shown.judged.line} /></Card>
      <AssurancesCard visits={shown.rows.visits} />
      <OpenProblems shown={shown} />
    </>
  );
}
