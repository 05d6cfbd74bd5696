import { useTranslation } from 'react-i18next';
import { usePins } from './pins.js';

/** 此处需改: marks a fact or a paper for the return. */
export function PinButton({ name }: { name: string }) {
  const { t } = useTranslation();
  const { pinned, toggle, possible } = usePins();
  if (!possible) return null;
  return <button type="button" className="pin no-print" title={t('cases.pinHint')} aria-pressed={pinned.includes(name)} onClick={() => toggle(name)}>✎ {t('cases.pin')}</button>;
}
