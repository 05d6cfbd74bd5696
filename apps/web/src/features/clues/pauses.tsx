import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../ui/status-tag.js';
import type { Clue } from './clues.api.js';

/** Below the rail: for what it waits now, and for what it has waited. */
export function Pauses({ pauses }: { pauses: Clue['pauses'] }) {
  const { t } = useTranslation();
  return (
    <>
      {pauses.map((pause, n) => (
        <div key={n} className="secondary">
          {pause.until === null && <StatusTag tone="neutral" mark="‖">{t('clues.pause.now')}</StatusTag>} {t(pause.until === null ? 'clues.pause.since' : 'clues.pause.was', { from: pause.from, until: pause.until ?? '', by: pause.by, reason: pause.reason })}
        </div>
      ))}
    </>
  );
}
