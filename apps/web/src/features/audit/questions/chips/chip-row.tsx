import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QuestionDefinition, Rule } from '#domain';
import { chipsOf, withChips } from '../definition.js';
import type { Dataset } from '../questions.api.js';
import { ChipEditor } from './chip-editor.js';
import { readChip } from './read-chip.js';
import { suggestions } from './suggestions.js';
import { useRuleWords } from './use-rule-words.js';

interface Props {
  dataset: Dataset;
  definition: QuestionDefinition;
  /** Number of the chip that is open; `new` is one that is being added. */
  open: number | 'new' | null;
  onOpen: (open: number | 'new' | null) => void;
  onChange: (definition: QuestionDefinition) => void;
  onAdvanced: () => void;
}

const same = (left: Rule, right: Rule): boolean => JSON.stringify(left) === JSON.stringify(right);

/** The conditions that all hold, changed in place; the most usual ones in one click. */
export function ChipRow({ dataset, definition, open, onOpen, onChange, onAdvanced }: Props) {
  const { t } = useTranslation();
  const words = useRuleWords(definition.dataset);
  const chips = chipsOf(definition);
  const put = (rules: Rule[]) => {
    // The editor is going away: the next Enter asks, it is not for a field that fades.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    onOpen(null);
    onChange(withChips(definition, rules));
  };
  const offered = (suggestions[definition.dataset] ?? []).filter(({ rule }) => !chips.some((chip) => same(chip, rule)));
  const editor = (at: number | 'new', chip?: Rule) => <ChipEditor dataset={dataset} {...(chip ? { chip } : {})} onCancel={() => onOpen(null)} onDone={(rule) => put(at === 'new' ? [...chips, rule] : chips.map((old, index) => (index === at ? rule : old)))} />;
  const popover = (at: number | 'new', chip?: Rule) => ({ open: open === at, onOpenChange: (next: boolean) => onOpen(next ? at : null), trigger: 'click' as const, placement: 'bottomLeft' as const, arrow: false, destroyOnHidden: true, content: editor(at, chip) });
  return (
    <div className="chip-row" role="group" aria-label={t('questions.chips')}>
      {chips.map((chip, index) => (
        <span key={index} className="chip">
          {readChip(chip).kind === 'other' ? <button type="button" className="chip-words" onClick={onAdvanced}>{words(chip)}</button>
            : <Popover {...popover(index, chip)}><button type="button" className="chip-words">{words(chip)}</button></Popover>}
          <button type="button" className="chip-remove" aria-label={t('questions.chip.remove', { chip: words(chip) })} onClick={() => put(chips.filter((_, at) => at !== index))}>×</button>
        </span>
      ))}
      <Popover {...popover('new')}><Button data-testid="add-chip">{t('questions.chip.add')}</Button></Popover>
      {offered.map(({ label, rule }) => <Button key={label} type="dashed" size="small" onClick={() => put([...chips, rule])}>{t(`questions.suggestion.${label}`)}</Button>)}
      <Button type="link" size="small" onClick={onAdvanced}>{t('questions.advanced.open')}</Button>
    </div>
  );
}
