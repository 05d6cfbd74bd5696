import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDay, formatMoment } from '../../i18n/format.js';
import { useLocalText } from '../../i18n/use-language.js';
import { useMe } from '../../session/me.js';
import { StatusTag } from '../../ui/status-tag.js';
import { useClock } from '../../ui/use-clock.js';
import { meaningOf } from '../../ui/verdict-meaning.js';
import { CaseStatusTag } from './case-status-tag.js';
import { DueTag } from './due-tag.js';
import { OptionalVerdict } from './optional-verdict.js';
import { relativePlace } from './relative-place.js';
import { daysWaiting } from './urgency.js';
import type { CaseItem } from './cases.api.js';

/** Columns of every list of cases: about whom, what, where it stands, how long, how the checks came out. */
export function useCaseColumns(box?: 'copied'): NonNullable<TableProps<CaseItem>['columns']> {
  const { t } = useTranslation();
  const local = useLocalText();
  const me = useMe();
  const clock = useClock();
  return [
    {
      title: t('cases.column.subject'),
      render: (_, item) => <Link to="/cases/$id" params={{ id: item.id }}><strong>{item.subjectName}</strong>{item.headCount !== null && <span className="secondary"> {t('common.persons', { count: item.headCount })}</span>}</Link>,
    },
    { title: t('cases.column.division'), render: (_, item) => relativePlace(item.divisionName, me.division) },
    { title: t('cases.column.pack'), render: (_, item) => local(item.packName) },
    { title: t('cases.column.step'), render: (_, item) => <span className="nowrap">{item.stepName ? local(item.stepName) : <CaseStatusTag status={item.status} />}</span> },
    { title: t('cases.column.waiting'), align: 'right', render: (_, item) => (item.stepName ? t('common.days', { count: daysWaiting(item, clock.now) }) : '—') },
    { title: t('cases.column.due'), render: (_, item) => <DueTag item={item} today={clock.today} /> },
    { title: t('cases.column.checks'), render: (_, item) => <OptionalVerdict verdict={item.verdict} meaning={meaningOf(item.pack)} /> },
    box === 'copied' ? {
      title: t('cases.column.copied'),
      render: (_, { copy }) => copy && <><div className="nowrap">{copy.unread && <StatusTag tone="warning" mark="●">{t('cases.copy.unread')}</StatusTag>} {copy.by}</div><div className="secondary nowrap">{formatMoment(copy.at)}</div>{copy.byPack && <div className="secondary nowrap">{t('cases.copy.byPack')}</div>}</>,
    } : { title: t('cases.column.started'), render: (_, item) => <><div className="nowrap">{item.startedBy}</div><div className="secondary nowrap">{formatDay(item.startedAt)}</div></> },
  ];
}
