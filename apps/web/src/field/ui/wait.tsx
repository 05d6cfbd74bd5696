import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './empty.css';

/** Says that something is being read, once it takes longer than a blink. */
export function Wait() {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return shown ? <p className="waiting" role="status">{t('field.ui.reading')}</p> : null;
}
