import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '#domain';
import type { Dataset } from '../questions.api.js';
import { ConditionLine, firstCondition, isWhole, ruleOf } from './condition-line.js';
import { FieldSelect, OVER } from './field-select.js';
import { readChip, type Written } from './read-chip.js';
import { RelatedLines, firstRelated, isRelatedWhole, relatedRule } from './related-lines.js';

interface Props {
  dataset: Dataset;
  /** The chip that is changed; a new one without it. */
  chip?: Rule;
  onDone: (rule: Rule) => void;
  onCancel: () => void;
}

/** One condition: field or related rows, how, with what. Enter puts it into the question. */
export function ChipEditor({ dataset, chip, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [written, setWritten] = useState<Written | null>(chip ? readChip(chip) : null);
  const choose = (name: string) => {
    const collection = dataset.collections.find((one) => `${OVER}${one.name}` === name);
    const field = dataset.fields.find((one) => one.name === name);
    if (collection) setWritten({ kind: 'related', related: firstRelated(collection) });
    if (field) setWritten({ kind: 'condition', condition: firstCondition(field) });
  };
  const rule = written?.kind === 'condition' && isWhole(written.condition) ? (ruleOf(written.condition) as unknown as Rule) : written?.kind === 'related' && isRelatedWhole(written.related) ? relatedRule(written.related) : null;
  const name = written?.kind === 'condition' ? written.condition.field : written?.kind === 'related' ? `${OVER}${written.related.over}` : undefined;
  const field = written?.kind === 'condition' ? dataset.fields.find((one) => one.name === written.condition.field) : undefined;
  const collection = written?.kind === 'related' ? dataset.collections.find((one) => one.name === written.related.over) : undefined;
  return (
    <form
      className="chip-editor" aria-label={t(chip ? 'questions.chip.change' : 'questions.chip.add')}
      onSubmit={(event) => { event.preventDefault(); if (rule) onDone(rule); }}
      onKeyDown={(event) => { if (event.key === 'Escape') onCancel(); }}
    >
      <div className="chip-line">
        <FieldSelect fields={dataset.fields} collections={dataset.collections} value={name} onChange={choose} open={!chip} />
        {written?.kind === 'condition' && field && <ConditionLine field={field} condition={written.condition} onChange={(condition) => setWritten({ kind: 'condition', condition })} autoFocus />}
      </div>
      {written?.kind === 'related' && collection && <RelatedLines collection={collection} related={written.related} onChange={(related) => setWritten({ kind: 'related', related })} />}
      <div className="chip-line">
        <Button htmlType="submit" type="primary" size="small" disabled={!rule}>{t('common.confirm')}</Button>
        <Button size="small" onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
