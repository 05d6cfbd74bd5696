import { Button } from 'antd';
import { changeLanguage } from '../i18n/index.js';
import { useLanguage } from '../i18n/use-language.js';

/** One button that names the other language in that language. */
export function LanguageSwitch() {
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button type="text" size="small" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => void changeLanguage(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
