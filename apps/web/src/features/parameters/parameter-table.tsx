import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { StatusTag } from '../../ui/status-tag.js';
import { ParameterValues } from './parameter-values.js';
import type { Parameter } from './use-parameters.js';

/** One row per parameter; several values in force (years, procedures) stand below one another. */
export function ParameterTable({ parameters }: { parameters: Parameter[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Table<Parameter>
      className="table" size="middle" rowKey="name" dataSource={parameters} pagination={false}
      columns={[
        { title: t('parameters.name'), width: 300, onCell: () => ({ className: 'top' }), render: (_, parameter) => <><div>{parameter[language]}</div><code className="secondary">{parameter.name}</code></> },
        {
          title: t('parameters.values'),
          render: (_, parameter) => (parameter.set ? <ParameterValues parameter={parameter} /> : <StatusTag tone="warning" mark="!">{t('common.notSet')}</StatusTag>),
        },
      ]}
    />
  );
}
