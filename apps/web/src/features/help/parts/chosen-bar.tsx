import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  count: number;
  onClear: () => void;
  /** What may be done with the chosen rows. */
  children: ReactNode;
}

/** Stands above a list as soon as something is chosen. */
export function ChosenBar({ count, onClear, children }: Props) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return <div className="chosen-bar" role="group" aria-label={t('help.many.chosen', { count })}><span>{t('help.many.chosen', { count })}</span>{children}<Button size="small" type="link" onClick={onClear}>{t('help.many.clear')}</Button></div>;
}
