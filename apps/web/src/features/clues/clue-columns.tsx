import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { formatDay } from '../../i18n/format.js';
import { useLanguage } from '../../i18n/use-language.js';
import { parameterQuery } from '../../ui/parameter-value.js';
import { useToday } from '../../ui/use-clock.js';
import { StatusTag } from '../../ui/status-tag.js';
import { ClueActions } from './clue-actions.js';
import type { Clue } from './clues.api.js';
import { DayRail } from './day-rail.js';
import { Pauses } from './pauses.js';

const tones = { OPEN: 'warning', CHECKING: 'info', SETTLED: 'success' } as const;
const marks = { OPEN: '○', CHECKING: '◷', SETTLED: '✓' } as const;

/** Whom a clue is about, what it says, how far it is on its term, and what can be done. */
export function useClueColumns(): NonNullable<TableProps<Clue>['columns']> {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const term = useQuery(parameterQuery('clue_decision_days')).data ?? null;
  return [
    { title: t('clues.column.subject'), render: (_, clue) => (clue.householdId ? <Link to="/households/$id" params={{ id: clue.householdId }}>{clue.name ?? t('clues.household')}</Link> : <strong>{clue.name ?? clue.place ?? '—'}</strong>) },
    { title: t('clues.column.village'), dataIndex: 'villageName' },
    { title: t('clues.column.kind'), render: (_, clue) => <>{codeLabel('monitoringRisk', clue.kind, language)} <span className="secondary">{codeLabel('clueSeverity', clue.severity, language)}</span></> },
    { title: t('clues.column.description'), render: (_, clue) => <>{clue.description}{clue.finding && <div className="secondary">{clue.result && codeLabel('clueResult', clue.result, language)}：{clue.finding}</div>}</> },
    { title: t('clues.column.channel'), render: (_, clue) => <><div className="nowrap">{codeLabel('clueChannel', clue.channel, language)}</div><div className="secondary nowrap">{clue.reportedBy} {formatDay(clue.reportedAt)}</div></> },
    { title: t('clues.column.status'), render: (_, clue) => <StatusTag tone={tones[clue.status]} mark={marks[clue.status]}>{t(`clues.status.${clue.status}`)}</StatusTag> },
    { title: t('clues.column.rail'), render: (_, clue) => <><DayRail from={formatDay(clue.reportedAt)} today={today} done={clue.status === 'SETTLED'} term={term} pauses={clue.pauses} /><Pauses pauses={clue.pauses} /></> },
    { title: t('clues.column.actions'), render: (_, clue) => <ClueActions clue={clue} /> },
  ];
}
