import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.js';
import { useProblemText } from './use-problem-text.js';

interface Props {
  error: unknown;
  onRetry?: () => void;
  /** More words under the title, where the page knows them. */
  children?: React.ReactNode;
}

/** A failure where it happened: what, what to do, and the number to quote. Stays until it is mended. */
export function ProblemAlert({ error, onRetry, children }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  // An ended session is asked for over the page; saying it in every part of the page helps nobody.
  if (error instanceof ApiProblem && error.status === 401) return null;
  const id = error instanceof ApiProblem ? error.requestId : null;
  const copy = () => void navigator.clipboard?.writeText(id ?? '');
  return (
    <Alert
      role="alert" type="error" showIcon title={problemText(error)}
      description={(children || id) && <>{children}{id && <p className="secondary problem-id">{t('shell.errorId', { id })} <Button size="small" type="link" onClick={copy}>{t('shell.crashId')}</Button></p>}</>}
      action={onRetry && <Button size="small" onClick={onRetry}>{t('common.retry')}</Button>}
    />
  );
}
