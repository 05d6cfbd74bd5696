import { useTranslation } from 'react-i18next';
import { actionNames, daysBetween, stepIndex, type CaseAction } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useLanguage, useLocalText } from '../../../i18n/use-language.js';
import { Card, Facts } from '../../ui/index.js';
import type { FieldCase } from './field-case.js';
import { useHandsText } from './use-pack-text.js';

/** Steps with who has the case now and until when, then the log. */
export function CaseCourse({ kase, today }: { kase: FieldCase; today: string }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const language = useLanguage();
  const hands = useHandsText();
  const { pack, step, row } = kase;
  const at = step ? stepIndex(pack, step.code) : pack.steps.length;
  const due = row?.dueOn;
  const left = due === undefined ? 0 : daysBetween(today, due);
  const who = row?.assignedTo ? t('field.cases.assigned', { name: row.assignedTo }) : step && t('field.cases.waitsFor', { who: hands(step) });
  return (
    <Card title={t('field.cases.steps')} data-testid="course">
      <ol className="case-steps">
        {pack.steps.map((one, index) => (
          <li key={one.code} className={index === at ? 'now' : ''} aria-current={index === at ? 'step' : undefined}>
            <span aria-hidden="true">{index < at ? '✓' : index === at ? '●' : '○'}</span>
            <span>{local(one.name)}<span className="visually-hidden"> {t(index < at ? 'field.cases.stepDone' : index === at ? 'field.cases.stepNow' : 'field.cases.stepAhead')}</span>{index === at && who && <span className="row-note"> {who}</span>}</span>
          </li>
        ))}
      </ol>
      {due !== undefined && <p className={left < 0 ? 'case-red' : ''}>{t('field.cases.due', { day: due })} · {left < 0 ? t('field.cases.overdue', { days: -left }) : t('field.cases.daysLeft', { days: left })}</p>}
      {row?.meetings?.filter((meeting) => !meeting.void).map((meeting) => (
        <Facts key={meeting.heldOn + meeting.step} rows={[{ name: t('field.cases.meeting.title'), value: `${meeting.heldOn} ${meeting.place}` }, { name: `${t('field.cases.meeting.entitled')} / ${t('field.cases.meeting.present')}`, value: `${meeting.entitled} / ${meeting.present}` }, { name: `${t('field.cases.meeting.inFavour')} / ${t('field.cases.meeting.against')} / ${t('field.cases.meeting.abstained')}`, value: `${meeting.inFavour} / ${meeting.against} / ${meeting.abstained}` }]} />
      ))}
      {row?.events && (
        <><h3 className="case-h3">{t('field.cases.history')}</h3>
          <ol className="case-log">
            {row.events.map((event) => (
              <li key={event.at + event.action}>
                <div>{event.by} · {event.action === 'start' ? t('field.cases.started') : actionNames[event.action as CaseAction][language]}</div>
                <div className="small secondary">{formatMoment(event.at)}{event.opinion && ` · ${event.opinion}`}</div>
              </li>
            ))}
          </ol></>
      )}
    </Card>
  );
}
