import { useTranslation } from 'react-i18next';

/** A text whose key comes from the server; the word of the server where the catalogue does not know it. */
export function useTextOf(): (key: string, otherwise: string) => string {
  const { i18n } = useTranslation();
  return (key, otherwise) => (i18n.exists(key) ? String((i18n.t as (key: string) => string)(key)) : otherwise);
}
