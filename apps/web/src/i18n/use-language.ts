import { useTranslation } from 'react-i18next';
import type { LocalText } from '#domain';
import type { Language } from './index.js';

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}

/** Picks the text of the shown language from what the server sends in both. */
export function useLocalText(): (text: LocalText | null | undefined) => string {
  const language = useLanguage();
  return (text) => (text ? text[language] || text.zh : '');
}
