import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import type { ExportColumn } from './exports.api.js';

interface Props {
  columns: readonly ExportColumn[];
  chosen: readonly string[];
  onChange: (keys: string[]) => void;
}

/** Which columns the file has; those that are masked by default say so. */
export function ColumnChooser({ columns, chosen, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const options = columns.map((column) => ({ value: column.key, label: <>{column[language]}{column.sensitive && <span className="secondary"> · {t('exporting.masked')}</span>}</> }));
  return (
    <fieldset className="column-chooser">
      <legend>{t('exporting.columns', { chosen: chosen.length, all: columns.length })}</legend>
      <Checkbox.Group options={options} value={[...chosen]} onChange={(keys) => onChange(columns.map(({ key }) => key).filter((key) => keys.includes(key)))} />
      <Button size="small" type="link" onClick={() => onChange(columns.map(({ key }) => key))}>{t('exporting.allColumns')}</Button>
    </fieldset>
  );
}
