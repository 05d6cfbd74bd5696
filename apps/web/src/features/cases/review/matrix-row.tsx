import { useTranslation } from 'react-i18next';
import type { LeafExplanation } from '#domain';
import { useLanguage, useLocalText } from '../../../i18n/use-language.js';
import { VerdictTag } from '../../../ui/verdict-tag.js';
import { factLabel, useFactText } from './fact-text.js';
import { PinButton } from './pin-button.js';
import { usePins } from './pins.js';

interface Props {
  fact: string;
  value: unknown;
  before: unknown;
  /** The condition that looks at this fact, when the rules have one. */
  leaf: LeafExplanation | undefined;
}

/** One line of the matrix. */
export function MatrixRow({ fact, value, before, leaf }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const local = useLocalText();
  const factText = useFactText('household');
  const { pinned } = usePins();
  const shown = (known: unknown) => factText(fact, known) ?? <span className="secondary">{t('common.notRecorded')}</span>;
  return (
    <tr className={pinned.includes(fact) ? 'pinned' : ''}>
      <th scope="row">{factLabel('household', fact, language)}</th>
      <td>{leaf ? local(leaf.requiredText) : '—'}</td>
      <td><strong>{shown(value)}</strong></td>
      <td>{shown(before)}</td>
      <td>{leaf ? <VerdictTag verdict={leaf.result} /> : '—'}</td>
      <td><PinButton name={fact} /></td>
    </tr>
  );
}
