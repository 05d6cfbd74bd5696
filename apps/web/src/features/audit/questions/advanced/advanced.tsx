import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionElement, QueryBuilder, type ActionProps, type RuleGroupType } from 'react-querybuilder';
import type { QuestionDefinition } from '#domain';
import { useLanguage } from '../../../../i18n/use-language.js';
import { OVER } from '../chips/field-select.js';
import { firstOperator, firstValue, operatorKey } from '../chips/operators.js';
import { firstRelated } from '../chips/related-lines.js';
import type { Dataset } from '../questions.api.js';
import { BuilderValue } from './builder-value.js';
import { fromBuilder, toBuilder } from './convert.js';
import { NamedSelect } from './named-select.js';

interface Props {
  dataset: Dataset;
  definition: QuestionDefinition;
  onChange: (definition: QuestionDefinition) => void;
}

const DEEPEST = 2;

/** A group in a group in the question, and no deeper: nobody reads more. */
function AddGroup(props: ActionProps) {
  return props.level < DEEPEST ? <ActionElement {...props} /> : null;
}

/** The same conditions with alternatives and negations. What is whole goes into the question at once. */
export function Advanced({ dataset, definition, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [query, setQuery] = useState<RuleGroupType>(() => toBuilder(definition.chips));
  const [read, setRead] = useState(definition.chips);
  if (JSON.stringify(read ?? null) !== JSON.stringify(definition.chips ?? null)) {
    // Changed beside the editor, as a chip.
    setRead(definition.chips);
    setQuery(toBuilder(definition.chips));
  }
  const fields = useMemo(() => [
    ...dataset.fields.filter(({ operators }) => operators.length > 0).map(({ name, label }) => ({ name, value: name, label: label[language] })),
    ...dataset.collections.map(({ name, label }) => ({ name: `${OVER}${name}`, value: `${OVER}${name}`, label: label[language] })),
  ], [dataset, language]);
  const fieldOf = (name: string) => dataset.fields.find((field) => field.name === name);
  const operators = (name: string) => {
    const field = fieldOf(name);
    return field ? field.operators.map((operator) => ({ name: operator, value: operator, label: t(operatorKey(field, operator)) })) : [{ name: 'related', value: 'related', label: t('questions.advanced.related') }];
  };
  const change = (next: RuleGroupType) => {
    setQuery(next);
    const chips = fromBuilder(next);
    const { chips: _, ...rest } = definition;
    setRead(chips);
    if (JSON.stringify(chips ?? null) !== JSON.stringify(definition.chips ?? null)) onChange(chips ? { ...rest, chips } : rest);
  };
  const words = (key: 'fields' | 'operators' | 'combinators' | 'addRule' | 'addGroup' | 'removeRule' | 'removeGroup' | 'notToggle') => ({ label: t(`questions.advanced.${key}`), title: t(`questions.advanced.${key}`) });
  return (
    <section className="builder" aria-label={t('questions.advanced.open')}>
      <QueryBuilder
        fields={fields} query={query} onQueryChange={change} context={dataset} showNotToggle resetOnFieldChange
        combinators={[{ name: 'and', value: 'and', label: t('questions.advanced.and') }, { name: 'or', value: 'or', label: t('questions.advanced.or') }]}
        getOperators={operators} getDefaultOperator={(name) => { const field = fieldOf(name); return field ? firstOperator(field) : 'related'; }}
        getDefaultValue={({ field: name }) => { const field = fieldOf(name); const collection = dataset.collections.find((one) => `${OVER}${one.name}` === name); return field ? firstValue(field) : collection ? firstRelated(collection) : undefined; }}
        controlElements={{ valueEditor: BuilderValue, addGroupAction: AddGroup, fieldSelector: NamedSelect, operatorSelector: NamedSelect, combinatorSelector: NamedSelect }}
        controlClassnames={{ addRule: 'builder-button', addGroup: 'builder-button', removeRule: 'builder-button', removeGroup: 'builder-button' }}
        translations={{ fields: words('fields'), operators: words('operators'), combinators: words('combinators'), addRule: words('addRule'), addGroup: words('addGroup'), removeRule: words('removeRule'), removeGroup: words('removeGroup'), notToggle: words('notToggle') }}
      />
      <p className="secondary">{t('questions.advanced.note')}</p>
    </section>
  );
}
