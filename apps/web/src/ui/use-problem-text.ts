import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.js';
import { useLanguage } from '../i18n/use-language.js';

/** Says a failure in the words of the catalogue of the server: what happened, and where known what to do. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (error) => {
    if (!(error instanceof ApiProblem)) return t('shell.crash');
    if (error.code === 'unreachable') return t('shell.serverDown');
    if (error.code === 'unreadable') return t('shell.unreadable');
    const title = error.title[language] || error.title.zh;
    return error.detail ? `${title}：${error.detail}` : title;
  };
}
