import { useTranslation } from 'react-i18next';
import { codeLabel, type PackRow } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { BigButton, Card, Empty, useGo } from '../../ui/index.js';
import { EditedTag } from './edited-tag.js';
import { textOf } from './row-values.js';
import type { Shown } from './use-judged.js';

const list = <T,>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);

/** 走访: who came when, what they found and what they promised; newest first. */
export function VisitsTab({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const corrected = new Set(shown.rows.visits.flatMap((row) => (row['correctsId'] === undefined ? [] : [textOf(row, 'correctsId')])));
  const visits = shown.rows.visits.filter((row) => !corrected.has(textOf(row, 'id'))).sort((left, right) => textOf(right, 'recordedAt').localeCompare(textOf(left, 'recordedAt')));
  if (visits.length === 0) return <Empty>{t('field.households.neverVisited')}</Empty>;
  return <>{visits.map((row) => <Visit key={textOf(row, 'id')} row={row} shown={shown} />)}</>;
}

function Visit({ row, shown }: { row: PackRow; shown: Shown }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const go = useGo();
  const correct = () => go('/visits/correct', { search: { hh: shown.id, of: textOf(row, 'id') } });
  const problems = list<{ item: string; state: string }>(row['assurances']).filter(({ state }) => state !== 'OK');
  const found = list<{ kind?: string; description?: string }>(row['problems']);
  return (
    <Card title={`${textOf(row, 'visitedOn')} ${codeLabel('visitWay', textOf(row, 'way'), language)}`} extra={<EditedTag shown={shown} entity="visit" row={textOf(row, 'id')} field="id" />} data-testid={`visit-${textOf(row, 'id')}`}>
      {textOf(row, 'visitor') !== '' && <p className="secondary">{textOf(row, 'visitor')}</p>}
      <p>{problems.length === 0 ? t('field.households.allAssured') : problems.map(({ item, state }) => `${codeLabel('assurance', item, language)} ${codeLabel('assuranceState', state, language)}`).join('；')}</p>
      {found.map((problem, index) => <p key={index}>{problem.description ?? ''}</p>)}
      {textOf(row, 'notes') !== '' && <p>{textOf(row, 'notes')}</p>}
      {textOf(row, 'way') !== 'NOT_HOME' && <BigButton small kind="plain" onClick={correct} data-testid="correct-visit" aria-label={`${t('field.households.correctVisit')} ${textOf(row, 'visitedOn')}`}>{t('field.households.correctVisit')}</BigButton>}
    </Card>
  );
}
