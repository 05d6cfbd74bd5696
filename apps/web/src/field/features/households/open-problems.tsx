import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { Card, Row, Rows, StatusTag } from '../../ui/index.js';
import { EditedTag } from './edited-tag.js';
import { PauseTag } from './clue-pause.js';
import { pauseOf } from './pause-of.js';
import { DueTag } from './household-tags.js';
import { textOf } from './row-values.js';
import type { Shown } from './use-judged.js';

/** Problems and clues that are not settled, with what was promised until when. */
export function OpenProblems({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { tasks, clues } = shown.rows;
  return (
    <Card title={t('field.households.problems', { count: tasks.length + clues.length })} data-testid="problems">
      {tasks.length + clues.length === 0 && <p>{t('field.households.noProblems')}</p>}
      <Rows label={t('field.households.problems', { count: tasks.length + clues.length })}>
        {tasks.map((row) => (
          <Row key={textOf(row, 'id')} title={textOf(row, 'description') || codeLabel('monitoringRisk', textOf(row, 'kind'), language)} note={[codeLabel('taskStatus', textOf(row, 'status'), language), textOf(row, 'ownerName')].filter(Boolean).join(' · ')}
            extra={textOf(row, 'dueOn') !== '' ? <DueTag dueOn={textOf(row, 'dueOn')} today={shown.today} /> : undefined} />
        ))}
        {clues.map((row) => {
          const pause = pauseOf(row);
          return (
            <Row key={textOf(row, 'id')} title={textOf(row, 'description') || codeLabel('monitoringRisk', textOf(row, 'kind'), language)} note={<>{pause && <PauseTag from={pause.from} today={shown.today} />} {[codeLabel('monitoringRisk', textOf(row, 'kind'), language), textOf(row, 'reportedBy'), pause && t('field.households.pausedFor', { from: pause.from, by: pause.by, reason: pause.reason })].filter(Boolean).join(' · ')}</>}
              extra={<><StatusTag tone="warning" mark="!">{codeLabel('clueSeverity', textOf(row, 'severity'), language)}</StatusTag><EditedTag shown={shown} entity="clue" row={textOf(row, 'id')} field="id" /></>} data-testid="clue" />
          );
        })}
      </Rows>
    </Card>
  );
}
