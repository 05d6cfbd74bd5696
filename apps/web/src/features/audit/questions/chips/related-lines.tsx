import { Button, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Rule } from '#domain';
import { useLanguage } from '../../../../i18n/use-language.js';
import type { Collection } from '../questions.api.js';
import { ConditionLine, firstCondition, isWhole, ruleOf, type Condition } from './condition-line.js';
import { FieldSelect } from './field-select.js';

/** A condition about related rows while it is being written. */
export interface Related {
  over: string;
  quantifier: 'some' | 'none' | 'all' | 'count';
  count: { operator: string; value: number | undefined };
  where: Condition[];
}

export const firstRelated = (collection: Collection): Related => ({ over: collection.name, quantifier: 'none', count: { operator: '>=', value: 2 }, where: collection.fields[0] ? [firstCondition(collection.fields[0])] : [] });

export const isRelatedWhole = ({ quantifier, count, where }: Related): boolean => where.length > 0 && where.every(isWhole) && (quantifier !== 'count' || count.value !== undefined);

/** The same in the rule language. */
export function relatedRule({ over, quantifier, count, where }: Related): Rule {
  const [only, ...more] = where.map(ruleOf);
  const rule = { over, quantifier, where: more.length === 0 ? only : { combinator: 'and', rules: [only, ...more] }, ...(quantifier === 'count' ? { count } : {}) };
  return rule as unknown as Rule; // dates counted back are read by questions only, the type knows the rest
}

interface Props {
  collection: Collection;
  related: Related;
  onChange: (related: Related) => void;
}

/** Whether rows of another kind exist, and which: visits, payments, cases, members. */
export function RelatedLines({ collection, related, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { quantifier, count, where } = related;
  const set = (index: number, condition: Condition) => onChange({ ...related, where: where.map((old, at) => (at === index ? condition : old)) });
  const quantifiers = (['some', 'none', 'all', 'count'] as const).map((value) => ({ value, label: t(`questions.quantifier.${value}`) }));
  const choose = (index: number, name: string) => {
    const field = collection.fields.find((one) => one.name === name);
    if (field) set(index, firstCondition(field));
  };
  return (
    <div className="related-lines">
      <div className="chip-line">
        <Select aria-label={t('questions.chip.quantifier')} value={quantifier} options={quantifiers} popupMatchSelectWidth={false} onChange={(next) => onChange({ ...related, quantifier: next })} />
        {quantifier === 'count' && <Select aria-label={t('questions.chip.countOperator')} value={count.operator} popupMatchSelectWidth={false} options={(['>=', '<=', '='] as const).map((value) => ({ value, label: t(`questions.countOperator.${value === '>=' ? 'atLeast' : value === '<=' ? 'atMost' : 'is'}`) }))} onChange={(operator) => onChange({ ...related, count: { ...count, operator } })} />}
        {quantifier === 'count' && <InputNumber aria-label={t('questions.chip.count')} className="chip-number" controls={false} precision={0} min={0} value={count.value} onChange={(value) => onChange({ ...related, count: { ...count, value: value ?? undefined } })} />}
        <span>{collection.label[language]}{t('questions.chip.with')}</span>
      </div>
      {where.map((condition, index) => {
        const field = collection.fields.find(({ name }) => name === condition.field);
        return (
          <div key={index} className="chip-line">
            <FieldSelect fields={collection.fields} value={condition.field} onChange={(name) => choose(index, name)} />
            {field && <ConditionLine field={field} condition={condition} onChange={(next) => set(index, next)} autoFocus={index === 0} />}
            {where.length > 1 && <Button size="small" type="text" onClick={() => onChange({ ...related, where: where.filter((_, at) => at !== index) })}>{t('questions.chip.drop')}</Button>}
          </div>
        );
      })}
      <Button size="small" type="link" onClick={() => collection.fields[0] && onChange({ ...related, where: [...where, firstCondition(collection.fields[0])] })}>{t('questions.chip.more')}</Button>
    </div>
  );
}
