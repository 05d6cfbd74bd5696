import { useTranslation } from 'react-i18next';
import { actionNames, caseActions, isRole, roleTable } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useLanguage, useLocalText } from '../../../i18n/use-language.js';
import { ShortDivisionName } from '../../../ui/division-name.js';
import type { CaseDetail, CaseEvent } from '../cases.api.js';
import { useOfficeName } from '../use-office-name.js';
import { useFieldName } from './use-field-name.js';

const against: ReadonlySet<string> = new Set(['return', 'refuse', 'object', 'withdraw']);

function EventItem({ event, detail }: { event: CaseEvent; detail: CaseDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const local = useLocalText();
  const fieldName = useFieldName(detail);
  const officeName = useOfficeName();
  const copies = detail.copies.filter((copy) => copy.byPack && copy.event === event.seq);
  const action = caseActions.find((known) => known === event.action);
  const step = (code: string | null) => local(detail.steps.find((known) => known.code === code)?.name) || (code ?? '');
  return (
    <li className={against.has(event.action) ? 'against' : ''}>
      <div><strong>{action ? local(actionNames[action]) : t('cases.started')}</strong> · {step(event.step)}{(event.action === 'return' || event.direct) && event.toStep && ` → ${step(event.toStep)}`}{event.direct && <span className="secondary"> {t('cases.direct.done')}</span>}</div>
      <div className="secondary">{event.actor}（{isRole(event.role) ? roleTable[event.role][language] : event.role} · <ShortDivisionName code={event.unit} />） {formatMoment(event.at)}</div>
      {event.opinion && <div className="opinion">{event.opinion}</div>}
      {copies.length > 0 && <div className="secondary">{t('cases.copy.packTo', { names: copies.map(({ role, division }) => officeName(role, division)).join('、') })}</div>}
      {event.fields && event.fields.length > 0 && <div className="missing">{t('cases.toCorrect', { names: event.fields.map(fieldName).join('、') })}</div>}
    </li>
  );
}

/** The way of the case: what was done, newest first below what is still to come. */
export function Course({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const ahead = detail.steps.filter((step) => step.progress !== 'done' && detail.status !== 'WITHDRAWN' && detail.status !== 'REFUSED');
  return (
    <ol className="course">
      {[...ahead].reverse().map((step) => <li key={step.code} className={step.progress === 'current' ? 'current' : 'ahead'}>{local(step.name)}{step.progress === 'current' && <span className="secondary"> · {t('cases.now')}</span>}</li>)}
      {[...detail.events].reverse().map((event) => <EventItem key={event.seq} event={event} detail={detail} />)}
    </ol>
  );
}
