import { useTranslation } from 'react-i18next';

const keys = [['/', 'add'], ['Enter', 'run'], ['Ctrl S', 'save'], ['Ctrl E', 'export'], ['G', 'group']] as const;

/** Which keys do what on the page of questions. */
export function KeyHints() {
  const { t } = useTranslation();
  return <p className="secondary key-hints no-print">{t('questions.keys.title')} {keys.map(([key, what]) => <span key={key}> <kbd>{key}</kbd> {t(`questions.keys.${what}`)}</span>)}</p>;
}
