import { useTranslation } from 'react-i18next';
import type { zh } from '../../i18n/zh/index.js';

type Word = keyof typeof zh.parameters.word;
const words: readonly Word[] = ['calendar', 'working', 'yes', 'no'];

/** A text value of a parameter in words; what is no known word is shown as it is. */
export function useWordText(): (text: string) => string {
  const { t } = useTranslation();
  return (text) => {
    const word = words.find((known) => known === text);
    return word ? t(`parameters.word.${word}`) : text;
  };
}
