import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.js';
import { useLanguage } from '../../i18n/use-language.js';
import { BigButton } from './big-button.js';
import { Strip } from './strip.js';

/** Says a failure in the words of the server's catalogue: what happened and what to do. */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (error) => {
    if (!(error instanceof ApiProblem)) return t('field.ui.failed');
    if (error.code === 'unreachable') return t('field.ui.unreachable');
    if (error.code === 'unreadable') return t('field.ui.unreadable');
    const title = error.title[language] || error.title.zh;
    return error.detail ? `${title}：${error.detail}` : title;
  };
}

/** A failure where it happened, with the number to quote. Stays until it is mended. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const id = error instanceof ApiProblem ? error.requestId : null;
  return (
    <Strip kind="error" data-testid="problem" action={onRetry && <BigButton small kind="plain" onClick={onRetry}>{t('common.retry')}</BigButton>}>
      {words(error)}{id && <span className="small"> · {t('field.ui.number', { id })}</span>}
    </Strip>
  );
}
