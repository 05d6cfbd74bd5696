import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckIcon } from './icons.js';
import { Row, Rows } from './row.js';
import { Sheet } from './sheet.js';
import { TextField } from './text-field.js';

export interface PickerOption {
  readonly value: string;
  readonly text: string;
  readonly note?: string;
  /** Further words by which it is found: initials, earlier names. */
  readonly also?: string;
}

interface Props {
  open: boolean;
  title: string;
  options: readonly PickerOption[];
  value: string | null;
  onPick: (value: string) => void;
  onClose: () => void;
}

const SEARCHED_FROM = 12;

/** A sheet with one row per choice; long lists have a search. One tap chooses and closes. */
export function Picker({ open, title, options, value, onPick, onClose }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const found = wanted === '' ? options : options.filter(({ text, note, also }) => `${text} ${note ?? ''} ${also ?? ''}`.toLowerCase().includes(wanted));
  const pick = (chosen: string) => {
    setWords('');
    onPick(chosen);
    onClose();
  };
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      {options.length >= SEARCHED_FROM && <TextField label={t('field.ui.search')} type="search" value={words} onChange={setWords} testid="picker-search" />}
      <Rows label={title}>
        {found.map((option) => (
          <Row key={option.value} arrow={false} title={option.text} note={option.note} onClick={() => pick(option.value)} data-testid={`pick-${option.value}`} extra={option.value === value ? <CheckIcon aria-label={t('field.ui.chosen')} /> : undefined} />
        ))}
      </Rows>
      {found.length === 0 && <p>{t('field.ui.noneFound')}</p>}
    </Sheet>
  );
}
