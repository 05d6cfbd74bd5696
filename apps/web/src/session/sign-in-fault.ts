import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../api/problem.js';
import { useProblemText } from '../ui/use-problem-text.js';

const SECONDS = 60;

/** What happened and what to do, for each way in which a sign-in can fail. */
export function useSignInFault(problem: ApiProblem | null): string | null {
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (!problem) return null;
  switch (problem.code) {
    case 'bad-credentials':
      return t('session.wrong');
    case 'locked-out':
      return t('session.locked', { minutes: Math.max(1, Math.ceil(Number(problem.params['retryAfter'] ?? SECONDS) / SECONDS)) });
    case 'no-grant':
      return t('session.noGrant');
    case 'unreachable':
      return t('session.offline');
    default:
      return problemText(problem);
  }
}
