import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Checks a file again whose check failed. */
export function RepeatBar({ pending, onRepeat }: { pending: boolean; onRepeat: () => void }) {
  const { t } = useTranslation();
  return <p className="repeat-bar"><Button loading={pending} onClick={onRepeat}>{t('imports.again')}</Button></p>;
}
