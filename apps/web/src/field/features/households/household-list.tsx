import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseholdEntry } from '../../store/types.js';
import { useDistanceText } from '../position/use-distance.js';
import { letterOf } from './find-households.js';
import { HouseholdLine } from './household-line.js';
import { useGrowing } from './use-growing.js';

interface Props {
  entries: readonly HouseholdEntry[];
  /** What is looked for; with another wish the list begins anew. */
  wanted: string;
  today: string;
  onOpen: (id: string) => void;
}

const INDEX_FROM = 20;

/** Households under the letters of their initials; a letter leads to its place. */
export function HouseholdList({ entries, wanted, today, onOpen }: Props) {
  const { t } = useTranslation();
  const { shown, end, reach } = useGrowing(entries.length, wanted);
  const away = useDistanceText();
  const letters = useMemo(() => [...new Set(entries.map(letterOf))], [entries]);
  const go = (letter: string) => {
    reach(entries.findIndex((entry) => letterOf(entry) === letter) + 20);
    requestAnimationFrame(() => document.getElementById(`letter-${letter}`)?.scrollIntoView());
  };
  return (
    <>
      {entries.length >= INDEX_FROM && (
        <nav className="letters" aria-label={t('field.households.letters')}>
          {letters.map((letter) => <button key={letter} type="button" data-testid={`letter-${letter}`} onClick={() => go(letter)}>{letter}</button>)}
        </nav>
      )}
      <ul className="rows" aria-label={t('field.households.title')}>
        {entries.slice(0, shown).map((entry, index) => [
          letterOf(entry) === (index === 0 ? '' : letterOf(entries[index - 1] ?? entry)) ? null : <li key={`letter ${letterOf(entry)}`} className="letter" id={`letter-${letterOf(entry)}`}>{letterOf(entry)}</li>,
          <HouseholdLine key={entry.id} entry={entry} today={today} away={away(entry.house)} onOpen={onOpen} />,
        ])}
        <li ref={end} aria-hidden="true" className="list-end" />
      </ul>
    </>
  );
}
