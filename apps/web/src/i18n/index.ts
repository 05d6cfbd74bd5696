import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { zh } from './zh/index.js';

export type Language = 'zh' | 'en';
const STORED = 'bangfu.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zh };
  }
}

function stored(): Language {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

async function load(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en/index.js');
    i18next.addResourceBundle('en', 'translation', en);
  }
}

/** Chinese is there from the first moment; English is fetched when somebody wants it. */
export async function startTexts(): Promise<void> {
  const language = stored();
  await i18next.use(initReactI18next).init({
    lng: 'zh', fallbackLng: 'zh', resources: { zh: { translation: zh } },
    interpolation: { escapeValue: false },
  });
  await changeLanguage(language);
}

/** Switches every text of the page and remembers the choice on this computer. */
export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // A browser without storage asks again next time.
  }
}
