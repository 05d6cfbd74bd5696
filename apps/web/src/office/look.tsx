import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/use-language.js';
import { theme } from '../ui/theme.js';

// Read once: who changes it in the system loads the page anew. Told to the components, too: they wait for endings that the style sheet would take away.
const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const look = still ? { ...theme, token: { ...theme.token, motion: false } } : theme;

/** Palette and words of the components. English is what the components speak by themselves. */
export function Look({ children }: { children: ReactNode }) {
  const language = useLanguage();
  // Weeks and months of the calendars.
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider theme={look} {...(language === 'zh' ? { locale: zhCN } : {})} button={{ autoInsertSpace: false }}>
      <App>{children}</App>
    </ConfigProvider>
  );
}
