import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN.js';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/use-language.js';
import { theme } from '../ui/theme.js';

/** Palette and words of the components. English is what the components speak by themselves. */
export function Look({ children }: { children: ReactNode }) {
  const language = useLanguage();
  return (
    <ConfigProvider theme={theme} {...(language === 'zh' ? { locale: zhCN } : {})} button={{ autoInsertSpace: false }}>
      <App>{children}</App>
    </ConfigProvider>
  );
}
