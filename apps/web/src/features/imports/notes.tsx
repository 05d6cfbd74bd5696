import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import type { ImportBatch } from './imports.api.js';

/** What a person should know about the file: how it was read, and what is odd but not wrong. */
export function Notes({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (batch.notes.length + batch.warnings.length === 0) return null;
  return (
    <Alert
      className="import-notes" type={batch.warnings.length > 0 ? 'warning' : 'info'} showIcon title={t('imports.notes')}
      description={
        <ul>
          {batch.notes.map((note) => <li key={note.note}>{note[language]}</li>)}
          {batch.warnings.map((warning) => <li key={warning.warning}>{warning[language]}<span className="secondary">（{t('imports.times', { count: warning.count, rows: warning.rows.join('、') })}）</span></li>)}
        </ul>
      }
    />
  );
}
