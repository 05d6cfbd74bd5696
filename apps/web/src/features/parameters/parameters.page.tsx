import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { ParameterTable } from './parameter-table.js';
import { useParameters, type Parameter } from './use-parameters.js';

const fits = (parameter: Parameter, sought: string) => [parameter.zh, parameter.en.toLowerCase(), parameter.name].some((text) => text.includes(sought));

/** Every number that policy sets; what nobody has set says so. */
export function ParametersPage() {
  const { t } = useTranslation();
  const [sought, setSought] = useState('');
  const query = useParameters();
  const find = <Input.Search allowClear placeholder={t('parameters.find')} aria-label={t('parameters.find')} onChange={(event) => setSought(event.target.value.trim().toLowerCase())} style={{ width: 240 }} />;
  return (
    <Page title={t('parameters.title')} extra={find}>
      <p className="secondary">{t('parameters.hint')}</p>
      <QueryState query={query} rows={10}>
        {({ items }) => <ParameterTable parameters={items.filter((parameter) => fits(parameter, sought))} />}
      </QueryState>
    </Page>
  );
}
