import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { zhField } from './zh/field/index.js';
import type { zh } from './zh/index.js';

export type Language = 'zh' | 'en';
const STORED = 'bangfu.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zh & typeof zhField };
  }
}

function stored(): Language {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

/** Texts of a desk: Chinese comes with the page, English when somebody wants it. */
export interface Catalogue {
  readonly zh: object;
  readonly loadEnglish: () => Promise<object>;
}

let loadEnglish: Catalogue['loadEnglish'] = () => Promise.resolve({});

async function load(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) i18next.addResourceBundle('en', 'translation', await loadEnglish());
}

export async function startTexts(catalogue: Catalogue): Promise<void> {
  loadEnglish = catalogue.loadEnglish;
  const language = stored();
  await i18next.use(initReactI18next).init({
    lng: 'zh', fallbackLng: 'zh', resources: { zh: { translation: catalogue.zh } },
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
