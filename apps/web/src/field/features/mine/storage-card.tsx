import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../store/index.js';
import { clearSentPhotos } from '../../sync/photos.js';
import { BigButton, Card, say } from '../../ui/index.js';
import { sizeText } from '../setup/size-text.js';

/** What is used and what is left on this phone. */
export function StorageCard() {
  const { t } = useTranslation();
  const items = useOutbox();
  const [estimate, setEstimate] = useState<StorageEstimate>();
  useEffect(() => void navigator.storage?.estimate?.().then(setEstimate, () => undefined), [items]);
  const used = estimate?.usage ?? 0;
  const clear = async (): Promise<void> => {
    await clearSentPhotos(0);
    say(t('field.mine.cleared'));
  };
  return (
    <Card title={t('field.mine.storage')}>
      <p data-testid="storage">{t('field.mine.storageNote', { used: sizeText(used), free: sizeText(Math.max(0, (estimate?.quota ?? 0) - used)) })}</p>
      <BigButton kind="plain" onClick={() => void clear()} data-testid="clear-photos">{t('field.mine.clearPhotos')}</BigButton>
    </Card>
  );
}
