import type { LocalText } from './fact-definition.js';

/** Shorthand of the catalogue files: a text in Chinese and English. */
export function text(zh: string, en: string): LocalText {
  return { zh, en };
}
