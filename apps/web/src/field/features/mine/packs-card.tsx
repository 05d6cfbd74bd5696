import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../i18n/format.js';
import { useVillages } from '../../store/index.js';
import { ownSession, registerDevice } from '../../sync/device.js';
import { fetchVillage, type Fetching } from '../../sync/packs.js';
import { BigButton, Card, Problem, Row, Rows, say } from '../../ui/index.js';
import { AddVillage } from './add-village.js';
import { sizeText } from '../setup/size-text.js';

/** The villages on this phone, how big and how old they are, and fetching them anew. */
export function PacksCard() {
  const { t } = useTranslation();
  const villages = useVillages();
  const [state, setState] = useState<Fetching | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [again, setAgain] = useState<() => void>();
  const fetch = async (wanted: readonly { code: string; name: string }[], told: string): Promise<void> => {
    setError(null);
    setAgain(() => () => void fetch(wanted, told));
    try {
      await ownSession();
      const device = await registerDevice();
      for (const { code, name } of wanted) await fetchVillage(device, { code, name }, setState);
      say(told);
    } catch (cause) {
      setError(cause);
    }
    setState(null);
  };
  const refresh = () => void fetch(villages, t('field.mine.refreshed'));
  const note = (village: (typeof villages)[number]) => t('field.mine.packNote', { households: village.households, size: sizeText(village.bytes), time: formatMoment(village.fetchedAt.toISOString()) });
  return (
    <Card title={t('field.mine.packs')}>
      <Rows label={t('field.mine.packs')}>{villages.map((village) => <Row key={village.code} title={village.name} note={note(village)} data-testid={`pack-${village.code}`} />)}</Rows>
      {state && <p role="status">{state.all > 0 ? t('field.setup.downloading', { village: state.name, done: state.done, all: state.all }) : t('field.setup.fetching', { village: state.name })}</p>}
      {error !== null && <Problem error={error} onRetry={again} />}
      <BigButton kind="plain" busy={state !== null} onClick={refresh} data-testid="refresh-packs">{t('field.mine.refresh')}</BigButton>
      <AddVillage busy={state !== null} onAdd={(village) => void fetch([village], t('field.mine.villageAdded', { village: village.name }))} />
    </Card>
  );
}
