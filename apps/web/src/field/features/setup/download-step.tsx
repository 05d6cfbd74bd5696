import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesStored } from '../../shell/new-version.js';
import { addPracticeHousehold } from '../../store/packs.js';
import { openStore } from '../../store/session.js';
import { sawOnline } from '../../store/users.js';
import { registerDevice } from '../../sync/device.js';
import { fetchVillage, type Fetching } from '../../sync/packs.js';
import { fetchSpotChecks } from '../../sync/spot-checks.js';
import { Card, Problem } from '../../ui/index.js';
import type { VillageChoice } from './villages.js';

/** Fetches the villages one after the other and says how far it is; without any only the spot checks that somebody is sent to. */
export function DownloadStep({ villages, onDone }: { villages: readonly VillageChoice[]; onDone: (practiceId: string | null) => void }) {
  const { t } = useTranslation();
  const [state, setState] = useState<Fetching | null>(null);
  const [error, setError] = useState<unknown>(null);
  const begun = useRef(false);
  const run = useCallback(async (): Promise<void> => {
    setError(null);
    try {
      const device = await registerDevice();
      for (const village of villages) await fetchVillage(device, village, setState);
      const names = { head: t('field.setup.practiceHead'), member: t('field.setup.practiceMember'), code: t('field.setup.practiceCode') };
      const [first] = villages;
      const practice = first ? await addPracticeHousehold(first.code, names) : null;
      await fetchSpotChecks(device);
      await pagesStored();
      await sawOnline(openStore().me, { ready: true });
      onDone(practice);
    } catch (cause) {
      setError(cause);
    }
  }, [villages, t, onDone]);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void run();
  }, [run]);
  const village = state?.name ?? '';
  const text = villages.length === 0 ? t('field.setup.fetchingTasks') : state && state.all > 0 ? t('field.setup.downloading', { village, done: state.done, all: state.all }) : t('field.setup.fetching', { village });
  return (
    <Card title={t('field.setup.downloadTitle')}>
      <p role="status" data-testid="progress">{text}</p>
      <progress aria-label={t('field.setup.downloadTitle')} {...(state && state.all > 0 ? { value: state.done, max: state.all } : {})} />
      <p className="secondary">{t('field.setup.storing')}</p>
      {error !== null && <Problem error={error} onRetry={() => void run()} />}
    </Card>
  );
}
