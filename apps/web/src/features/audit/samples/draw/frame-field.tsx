import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../../i18n/format.js';
import { useLocalText } from '../../../../i18n/use-language.js';
import { QueryState } from '../../../../ui/query-state.js';
import { definitionOf } from '../../questions/definition.js';
import { answerQuery, savedQuery } from '../../questions/questions.api.js';

interface Props {
  question: Record<string, unknown> | undefined;
  onChange: (question: Record<string, unknown>) => void;
}

/** The question whose households are the frame, as a sentence with its number. */
export function FrameField({ question, onChange }: Props) {
  const { t } = useTranslation();
  const saved = useQuery(savedQuery());
  const options = (saved.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="frame-field">
      <label className="inline-label">{t('samples.frame')} <Select aria-label={t('samples.frame')} className="frame-select" placeholder={t('samples.chooseQuestion')} options={options} loading={saved.isFetching} notFoundContent={t('samples.noQuestion')} onChange={(id) => { const found = saved.data?.items.find((one) => one.id === id); if (found) onChange(found.definition as Record<string, unknown>); }} /></label>
      {question ? <FrameSentence question={question} /> : <p className="secondary">{t('samples.frameNote')}</p>}
    </div>
  );
}

function FrameSentence({ question }: { question: Record<string, unknown> }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const answer = useQuery(answerQuery(definitionOf(question)));
  return <QueryState query={answer} rows={1}>{(found) => <p className="sentence" data-testid="frame">{local(found.sentence)} <strong>{t('samples.frameOf', { count: found.number ?? 0, figure: formatCount(found.number ?? 0) })}</strong></p>}</QueryState>;
}
