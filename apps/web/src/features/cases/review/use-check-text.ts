import { useTranslation } from 'react-i18next';
import type { ProceduralCheck } from './procedural-checks.js';

/** A check of the course in words. */
export function useCheckText(): (check: ProceduralCheck) => string {
  const { t } = useTranslation();
  return ({ key, done, all, min }) => {
    switch (key) {
      case 'steps':
        return t('cases.checks.steps', { done, all });
      case 'meeting':
        return t('cases.checks.meeting', { inFavour: done, present: all });
      case 'papers':
        return t('cases.checks.papers', { present: done, all });
      case 'notice':
        return t('cases.checks.notice', { elapsed: done, min });
      case 'objections':
        return t('cases.checks.objections', { open: all - done, all });
    }
  };
}
