import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { percent, type QuestionDefinition } from '#domain';
import { formatCount } from '../../../../i18n/format.js';
import { useLocalText } from '../../../../i18n/use-language.js';
import type { Answer, Dataset } from '../questions.api.js';
import { figureOf } from './figures.js';
import { GroupChart } from './group-chart.js';
import { RowsTable } from './rows-table.js';

interface Props {
  answer: Answer;
  dataset: Dataset | undefined;
  onOpen: (definition: QuestionDefinition) => void;
  /** Buttons beside those of the picture. */
  extra?: ReactNode;
  /** Between number and rows. */
  children?: ReactNode;
}

/** Sentence, number, groups, rows: in the order in which one reads them. */
export function AnswerView({ answer, dataset, onOpen, extra, children }: Props) {
  const { t } = useTranslation();
  const local = useLocalText();
  const { measure, chips } = answer.definition;
  const money = measure.kind === 'sum' && dataset?.fields.find(({ name }) => name === measure.field)?.type === 'money_fen';
  const unit = measure.kind === 'count' ? local(dataset?.unit) : money ? t('common.yuan') : '';
  const figure = figureOf(answer, answer, money, t('questions.hiddenCell'));
  const note = local(answer.asOf.note);
  return (
    <>
      <p className="sentence" data-testid="sentence">{local(answer.sentence)}</p>
      <div className="answer-number">
        <strong data-testid="answer-number">{figure.text}</strong> {unit}
        {chips && answer.number !== null && answer.total !== null && measure.kind === 'count' && <span className="secondary">{t('questions.answer.ofAll', { share: percent(answer.number, answer.total), total: formatCount(answer.total) })}</span>}
        {Boolean(answer.unproven) && <span className="missing">{t('questions.answer.unproven', { count: answer.unproven ?? 0 })}</span>}
        {answer.understood.parameters.map(({ name, label, value, source }) => <span key={name} className={value === null ? 'missing' : 'secondary'} title={source ?? undefined}>{local(label)} {value === null ? t('common.notSet') : formatCount(Math.floor(value / 100))}</span>)}
      </div>
      {answer.groups.length > 0 && <GroupChart answer={answer} money={money} unit={unit} note={note} onOpen={onOpen} extra={extra} />}
      {children}
      {!answer.hidden && <RowsTable key={answer.key + answer.asOf.on} answer={answer} />}
    </>
  );
}
