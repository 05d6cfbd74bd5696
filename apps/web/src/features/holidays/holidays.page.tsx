import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { useToday } from '../../ui/use-clock.js';
import { HolidayDialog } from './holiday-dialog.js';
import { HolidayTable } from './holiday-table.js';
import { holidaysQuery } from './holidays.api.js';

/** The announced holidays and worked weekend days of a year; a year that nobody entered says so. */
export function HolidaysPage() {
  const { t } = useTranslation();
  const { year } = useSearch({ from: '/office/holidays' });
  const navigate = useNavigate();
  const mayWrite = useMay()(Permission.ParameterWrite);
  const today = useToday();
  const thisYear = Number(today.slice(0, 4));
  const shown = year ?? thisYear;
  const query = useQuery(holidaysQuery(shown));
  const [adding, setAdding] = useState(false);
  const years = [thisYear + 1, thisYear, thisYear - 1, thisYear - 2, ...(shown < thisYear - 2 ? [shown] : [])].map((value) => ({ value, label: t('parameters.year', { year: value }) }));
  const extra = (
    <>
      <Select aria-label={t('holidays.year')} value={shown} options={years} onChange={(value) => void navigate({ to: '/holidays', search: { year: value } })} />
      {mayWrite && <Button type="primary" onClick={() => setAdding(true)}>{t('holidays.add')}</Button>}
    </>
  );
  return (
    <Page title={t('holidays.title')} extra={extra}>
      <p className="secondary">{t('holidays.hint')}</p>
      <QueryState query={query}>
        {({ items, set }) => (
          <>
            {!set && <Alert type="warning" showIcon title={t('holidays.notSet', { year: shown })} />}
            <HolidayTable items={items} mayWrite={mayWrite} />
          </>
        )}
      </QueryState>
      {adding && <HolidayDialog year={shown} onClose={() => setAdding(false)} />}
    </Page>
  );
}
