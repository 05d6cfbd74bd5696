import { useTranslation } from 'react-i18next';
import { BigButton, Empty, Row, Rows, StatusTag, useGo } from '../../ui/index.js';
import { DueTag } from './household-tags.js';
import { numberOf, textOf } from './row-values.js';
import { usePackTitles } from './use-pack-titles.js';
import type { Shown } from './use-judged.js';

/** 流程: procedures about the household, where they stand and until when; a new one is begun here. */
export function CasesTab({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const go = useGo();
  const titles = usePackTitles();
  const { cases, episodes } = shown.rows;
  const start = <BigButton kind="plain" data-testid="case-start" onClick={() => go('/cases/new', { search: { hh: shown.id } })}>{t('field.households.startCase')}</BigButton>;
  return (
    <>
      {cases.length === 0 ? <Empty>{t('field.households.noCases')}</Empty> : (
        <Rows label={t('field.households.tab.cases')}>
          {cases.map((row) => (
            <Row key={textOf(row, 'id')} title={titles.pack(textOf(row, 'pack'))} note={[numberOf(row, 'year'), titles.step(textOf(row, 'pack'), textOf(row, 'step')), textOf(row, 'assignedTo')].filter(Boolean).join(' · ')} data-testid={`case-${textOf(row, 'id')}`}
              onClick={() => go(`/cases/${textOf(row, 'id')}`)}
              extra={<>{textOf(row, 'dueOn') !== '' && <DueTag dueOn={textOf(row, 'dueOn')} today={shown.today} />}{(numberOf(row, 'openObjections') ?? 0) > 0 && <StatusTag tone="error" mark="!">{t('field.households.objection')}</StatusTag>}</>} />
          ))}
        </Rows>
      )}
      {start}
      {episodes.length > 0 && <Rows label={t('field.households.episodes')}>{episodes.map((row) => <Row key={textOf(row, 'id')} title={t('field.households.entered', { on: textOf(row, 'enteredOn') })} note={textOf(row, 'exitedOn') && t('field.households.exited', { on: textOf(row, 'exitedOn') })} />)}</Rows>}
    </>
  );
}
