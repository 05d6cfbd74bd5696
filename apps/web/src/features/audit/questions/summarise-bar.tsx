import { Select, type RefSelectProps } from 'antd';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionDefinition, QuestionGroup, QuestionMeasure, Rule } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import type { Dataset } from './questions.api.js';

interface Props {
  dataset: Dataset;
  definition: QuestionDefinition;
  onChange: (definition: QuestionDefinition) => void;
  groupRef: Ref<RefSelectProps>;
}

const groupKey = (group: QuestionGroup | undefined): string => (!group ? 'none' : group.by === 'division' ? 'division' : `${group.by}:${group.field}`);

function groupOf(key: string): QuestionGroup | undefined {
  const [by, field = ''] = key.split(':');
  if (by === 'division') return { by };
  return by === 'month' || by === 'field' ? { by, field } : undefined;
}

/** What is counted or added up, and by what it is parted. A share is that of the last condition among the others. */
export function SummariseBar({ dataset, definition, onChange, groupRef }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { measure, groupBy, orderBy: _, ...rest } = definition;
  const measureKey = measure.kind === 'sum' ? `sum:${measure.field}` : measure.kind;
  const chips: Rule | undefined = rest.chips;
  const canShare = measure.kind === 'share' || (chips && 'rules' in chips && chips.rules.length > 0);
  const measures = [
    { value: 'count', label: t('questions.measure.count') },
    ...(canShare ? [{ value: 'share', label: t('questions.measure.share') }] : []),
    ...dataset.fields.filter(({ summable, operators }) => summable && operators.length > 0).map(({ name, label }) => ({ value: `sum:${name}`, label: t('questions.measure.sum', { field: label[language] }) })),
  ];
  const groups = [
    { value: 'none', label: t('questions.group.none') }, { value: 'division', label: t('questions.group.division') },
    ...dataset.fields.filter(({ groupable, operators }) => groupable && operators.length > 0).map(({ name, label, type }) => (type === 'date'
      ? { value: `month:${name}`, label: t('questions.group.month', { field: label[language] }) } : { value: `field:${name}`, label: t('questions.group.field', { field: label[language] }) })),
  ];
  const group = (key: string): QuestionDefinition => {
    const chosen = groupOf(key);
    return { ...rest, measure, ...(chosen ? { groupBy: chosen } : {}) };
  };
  return (
    <div className="summarise-bar">
      <label className="inline-label">{t('questions.summarise')}</label>
      <Select aria-label={t('questions.summarise')} showSearch={{ optionFilterProp: 'label' }} value={measureKey} options={measures} popupMatchSelectWidth={280} onChange={(key) => onChange(shareOrSum(definition, key))} />
      <label className="inline-label">{t('questions.groupBy')}</label>
      <Select ref={groupRef} aria-label={t('questions.groupBy')} showSearch={{ optionFilterProp: 'label' }} value={groupKey(groupBy)} options={groups} popupMatchSelectWidth={280} onChange={(key) => onChange(group(key))} />
    </div>
  );
}

/** Turning to a share takes the last chip as its condition; turning back gives it to the chips again. */
function shareOrSum(definition: QuestionDefinition, key: string): QuestionDefinition {
  const { measure: before, chips, ...rest } = definition;
  const rules = chips && 'rules' in chips ? chips.rules : [];
  const all = before.kind === 'share' ? [...rules, before.of] : rules;
  const of = all.at(-1);
  const kept = key === 'share' ? all.slice(0, -1) : all;
  const measure: QuestionMeasure = key === 'share' && of ? { kind: 'share', of } : key.startsWith('sum:') ? { kind: 'sum', field: key.slice(4) } : { kind: 'count' };
  return { ...rest, measure, ...(kept.length > 0 ? { chips: { combinator: 'and', rules: kept } } : {}) };
}
