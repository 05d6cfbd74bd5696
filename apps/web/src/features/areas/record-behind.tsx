import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { snakeCase } from '#domain';
import { formatMoment } from '../../i18n/format.js';
import { useLanguage } from '../../i18n/use-language.js';
import { EmptyTable } from '../../ui/empty-table.js';
import { FactList } from '../../ui/fact-list.js';
import { QueryState } from '../../ui/query-state.js';
import { factLabel, useFactText } from '../cases/review/fact-text.js';
import type { AreaLevel } from './area-level.js';
import { yearRecordQuery } from './areas.api.js';

/** The written record of the year, newest version first: figures, who said so, why it was corrected. */
export function RecordBehind({ level, code, year }: { level: AreaLevel; code: string; year: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const factText = useFactText(level);
  const query = useQuery(yearRecordQuery(code, year));
  return (
    <QueryState query={query}>
      {(versions) => (versions.length === 0 ? <EmptyTable empty={t('areas.behind.noRecord', { year })} /> : versions.map((record) => (
        <section key={record.version} className="tab-section">
          <h3>{t('areas.behind.version', { version: record.version, time: formatMoment(record.recordedAt) })}</h3>
          <p className="secondary">{record.source ?? t('areas.behind.noSource')}{record.correctionReason && ` · ${record.correctionReason}`}</p>
          <FactList entries={Object.entries(record.values).map(([key, value]) => ({ key, label: factLabel(level, snakeCase(key), language), value: factText(snakeCase(key), value) }))} />
        </section>
      )))}
    </QueryState>
  );
}
