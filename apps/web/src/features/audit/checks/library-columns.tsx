import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import type { Check } from './checks.api.js';
import { MissingWords } from './missing-words.js';
import { SeverityTag } from './severity-tag.js';

/** Number, what is wrong, how bad, what the last run found here, and what it lacked. */
export function useLibraryColumns(division: string | undefined): NonNullable<TableProps<Check>['columns']> {
  const { t } = useTranslation();
  const language = useLanguage();
  const count = (check: Check, of: 'open' | 'newHits' | 'goneHits' | 'judgedFalse') => (check.counts ? formatCount(check.counts[of]) : '—');
  return [
    { title: t('checks.column.code'), dataIndex: 'code', width: 64 },
    {
      title: t('checks.column.name'),
      render: (_, check) => (
        <>
          <Link to="/audit/checks/$code" params={{ code: check.code }} search={{ division }}>{check.name[language]}</Link>
          <div><MissingWords registers={check.registers.map((name) => ({ name, counties: null }))} unset={check.unset.length} /></div>
        </>
      ),
    },
    { title: t('checks.column.severity'), width: 84, render: (_, check) => <SeverityTag severity={check.severity} /> },
    { title: t('checks.column.room'), width: 128, render: (_, check) => check.roomName[language] },
    { title: t('checks.column.open'), align: 'right', width: 72, render: (_, check) => <strong>{count(check, 'open')}</strong> },
    { title: t('checks.column.new'), align: 'right', width: 64, render: (_, check) => count(check, 'newHits') },
    { title: t('checks.column.gone'), align: 'right', width: 64, render: (_, check) => count(check, 'goneHits') },
    { title: t('checks.column.false'), align: 'right', width: 64, render: (_, check) => count(check, 'judgedFalse') },
    { title: t('checks.column.lastRun'), width: 140, render: (_, check) => <span className="nowrap">{check.counts?.lastRunAt ? formatMoment(check.counts.lastRunAt) : t('checks.neverRun')}</span> },
  ];
}
