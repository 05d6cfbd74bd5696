import { useTranslation } from 'react-i18next';
import { useVillages } from '../../store/index.js';
import { BigButton, Card } from '../../ui/index.js';

/** Ready: try it once on the practice household, or begin. */
export function DoneStep({ onPractise, onBegin }: { onPractise: () => void; onBegin: () => void }) {
  const { t } = useTranslation();
  const households = useVillages().reduce((sum, village) => sum + village.households, 0);
  return (
    <>
      <Card title={t('field.setup.doneTitle')} data-testid="ready"><p>{t('field.setup.doneBody', { households })}</p></Card>
      <BigButton kind="plain" onClick={onPractise} data-testid="practise">{t('field.setup.practise')}</BigButton>
      <BigButton onClick={onBegin} data-testid="begin">{t('field.setup.begin')}</BigButton>
    </>
  );
}
