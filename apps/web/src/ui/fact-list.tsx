import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface FactEntry {
  readonly key: string;
  readonly label: string;
  /** Null and empty: nobody has recorded it; said in words. */
  readonly value: ReactNode;
}

/** Names and values in a grid. */
export function FactList({ entries }: { entries: readonly FactEntry[] }) {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      {entries.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value === null || value === undefined || value === '' ? <span className="secondary">{t('common.notRecorded')}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
