import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { isDatasetName, type QuestionDefinition } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { useMe } from '../../../session/me.js';
import { DivisionSelect } from '../../../ui/division-select.js';
import { useToday } from '../../../ui/use-clock.js';
import { withAsOf, withDataset, withDivision } from './definition.js';
import type { Dataset } from './questions.api.js';

interface Props {
  datasets: readonly Dataset[];
  definition: QuestionDefinition;
  onChange: (definition: QuestionDefinition) => void;
  onRun: () => void;
  /** Whether something differs from what was answered. */
  changed: boolean;
}

/** Always in sight: about what, where, as of when. */
export function ScopeBar({ datasets, definition, onChange, onRun, changed }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe();
  const today = useToday();
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 12 }, (_, back) => thisYear - back);
  const dataset = datasets.find(({ name }) => name === definition.dataset);
  return (
    <form className="scope-bar" role="search" onSubmit={(event) => { event.preventDefault(); onRun(); }}>
      <Select aria-label={t('questions.dataset')} value={definition.dataset} popupMatchSelectWidth={false} options={datasets.map(({ name, label }) => ({ value: name, label: label[language] }))} onChange={(name) => isDatasetName(name) && onChange(withDataset(definition, name))} />
      <DivisionSelect value={definition.division} within={me.division} placeholder={t('questions.area')} onChange={(division) => onChange(withDivision(definition, division))} />
      <label>{t('questions.on')} <Input type="date" className="scope-date" max={today} value={definition.asOf?.on ?? today} onChange={(event) => onChange(withAsOf(definition, { on: event.target.value === today ? undefined : event.target.value }))} /></label>
      <Select
        aria-label={t('questions.year')} allowClear placeholder={t(dataset?.year === 'rows' ? 'questions.allYears' : 'questions.newestYear')} className="scope-year" value={definition.asOf?.year}
        options={years.map((year) => ({ value: year, label: t('questions.yearOf', { year }) }))} onChange={(year?: number) => onChange(withAsOf(definition, { year }))}
      />
      <Button type="primary" htmlType="submit" data-testid="run">{t('questions.run')}</Button>
      {changed && <span className="secondary" role="status">{t('questions.changed')}</span>}
    </form>
  );
}
