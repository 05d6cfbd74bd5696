import { useTranslation } from 'react-i18next';
import { findComparisonRegister } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';

/** Names of lists of other departments. */
export function useRegisterName(): (code: string) => string {
  const language = useLanguage();
  return (code) => findComparisonRegister(code)?.[language] ?? code;
}

interface Props {
  /** Lists that were not compared, with in how many counties. */
  registers: readonly { name: string; counties: number | null }[];
  /** How many numbers nobody has set. */
  unset: number;
}

/** What a check would need: never said as "nothing found". */
export function MissingWords({ registers, unset }: Props) {
  const { t } = useTranslation();
  const nameOf = useRegisterName();
  const words = [
    ...registers.map(({ name, counties }) => (counties === null ? t('checks.needs', { list: nameOf(name) }) : t('checks.notCompared', { list: nameOf(name), counties }))),
    ...(unset > 0 ? [t('checks.unset', { count: unset })] : []),
  ];
  return words.length === 0 ? null : <span className="missing">▲ {words.join('；')}</span>;
}
