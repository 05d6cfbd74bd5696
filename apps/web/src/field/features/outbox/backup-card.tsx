import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadBackup, handInBackup, makeBackup, readBackup } from '../../sync/backup.js';
import { ownSession } from '../../sync/device.js';
import { BigButton, Card, Problem, say, Strip } from '../../ui/index.js';

/** Unsent work as a file that only the server can open, and such a file of somebody else handed in here. */
export function BackupCard({ waiting }: { waiting: number }) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const [said, setSaid] = useState<string | null>(null);
  const exportNow = async (): Promise<void> => {
    const backup = await makeBackup();
    downloadBackup(backup);
    say(t('field.outbox.exported', { count: backup.envelopes.length }));
  };
  const take = async (file: File | undefined): Promise<void> => {
    setError(null);
    setSaid(null);
    const backup = file && readBackup(await file.text());
    if (!backup) return setSaid(t('field.outbox.importBad'));
    try {
      await ownSession();
      const { done, rest } = await handInBackup(backup);
      setSaid(t('field.outbox.imported', { count: done, rest }));
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <Card title={t('field.outbox.backup')}>
      <p className="secondary small">{t('field.outbox.exportNote')}</p>
      <BigButton kind="plain" disabled={waiting === 0} onClick={() => void exportNow()} data-testid="export-backup">{t('field.outbox.export')}</BigButton>
      <label className="file-button"><span>{t('field.outbox.importFile')}</span><input type="file" accept=".json,application/json" data-testid="import-backup" onChange={(event) => void take(event.target.files?.[0])} /></label>
      {said && <Strip kind="info" data-testid="imported">{said}</Strip>}
      {error !== null && <Problem error={error} />}
    </Card>
  );
}
