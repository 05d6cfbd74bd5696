import { useTranslation } from 'react-i18next';

/** What a payment is for, in words: once for all, a year, a month. */
export function useTermText(): (term: string) => string {
  const { t } = useTranslation();
  return (term) => {
    if (term === 'once') return t('help.payments.once');
    return term.length === 4 ? t('help.payments.ofYear', { year: term }) : t('help.payments.ofMonth', { year: term.slice(0, 4), month: Number(term.slice(5)) });
  };
}
