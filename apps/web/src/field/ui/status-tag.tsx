import type { ReactNode } from 'react';
import './status-tag.css';

export type Tone = 'success' | 'warning' | 'error' | 'info' | 'neutral' | 'inspection';

interface Props {
  tone: Tone;
  /** Sign before the word, so that the meaning does not hang on the colour. */
  mark?: string;
  children: ReactNode;
}

/** A state: colour, sign and word together. */
export function StatusTag({ tone, mark, children }: Props) {
  return <span className={`tag ${tone}`}>{mark && <span aria-hidden="true">{mark}</span>}{children}</span>;
}
