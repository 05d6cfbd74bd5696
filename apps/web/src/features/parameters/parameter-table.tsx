import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { StatusTag } from '../../ui/status-tag.js';
import { SetValue } from './set-value.js';
import { ParameterValues } from './parameter-values.js';
import type { Parameter } from './use-parameters.js';

/** One row per parameter; several values in force (years, procedures) stand below one another. */
export function ParameterTable({ parameters }: { parameters: Parameter[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayWrite = useMay()(Permission.ParameterWrite);
  const [setting, setSetting] = useState<Parameter | null>(null);
  const setColumn = { title: t('accounts.actions'), width: 100, onCell: () => ({ className: 'top' }), render: (_: unknown, parameter: Parameter) => <Button size="small" onClick={() => setSetting(parameter)}>{t('parameters.set')}</Button> };
  return (
    <>
      <Table<Parameter>
        className="table" size="middle" rowKey="name" dataSource={parameters} pagination={false}
        columns={[
          { title: t('parameters.name'), width: 300, onCell: () => ({ className: 'top' }), render: (_, parameter) => <><div>{parameter[language]}</div><code className="secondary">{parameter.name}</code></> },
          {
            title: t('parameters.values'),
            render: (_, parameter) => (parameter.set ? <ParameterValues parameter={parameter} /> : <StatusTag tone="warning" mark="!">{t('common.notSet')}</StatusTag>),
          },
          ...(mayWrite ? [setColumn] : []),
        ]}
      />
      {setting && <SetValue parameter={setting} onClose={() => setSetting(null)} />}
    </>
  );
}
