import { useTranslation } from 'react-i18next';
import { useVillages } from '../../store/index.js';
import { useSpotChecks } from '../../store/spot-checks.js';
import { BigButton, Card } from '../../ui/index.js';

/** Ready: try it once on the practice household where there is one, or begin. */
export function DoneStep({ onPractise, onBegin }: { onPractise: (() => void) | null; onBegin: () => void }) {
  const { t } = useTranslation();
  const households = useVillages().reduce((sum, village) => sum + village.households, 0);
  const tasks = useSpotChecks().length;
  return (
    <>
      <Card title={t('field.setup.doneTitle')} data-testid="ready"><p>{onPractise ? t('field.setup.doneBody', { households }) : t('field.setup.doneTasks', { tasks })}</p></Card>
      {onPractise && <BigButton kind="plain" onClick={onPractise} data-testid="practise">{t('field.setup.practise')}</BigButton>}
      <BigButton onClick={onBegin} data-testid="begin">{t('field.setup.begin')}</BigButton>
    </>
  );
}
