import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../ui/status-tag.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useHolidayStep, type Holiday } from './holidays.api.js';

export function HolidayTable({ items, mayWrite }: { items: Holiday[]; mayWrite: boolean }) {
  const { t } = useTranslation();
  const step = useHolidayStep(() => undefined);
  return (
    <>
      {step.error && <ProblemAlert error={step.error} />}
      <Table<Holiday>
        aria-label={t('holidays.title')} size="middle" rowKey="day" dataSource={items} pagination={false} locale={{ emptyText: t('common.emptyPlain') }}
        columns={[
          { title: t('holidays.day'), dataIndex: 'day' },
          { title: t('holidays.kind'), render: (_, { kind }) => <StatusTag tone={kind === 'HOLIDAY' ? 'success' : 'warning'}>{t(`holidays.${kind}`)}</StatusTag> },
          { title: t('holidays.name'), render: (_, { name }) => name ?? '—' },
          { title: t('holidays.source'), dataIndex: 'source' },
          ...(mayWrite ? [{ title: t('accounts.actions'), render: (_: unknown, { day }: Holiday) => <Button size="small" loading={step.isPending} onClick={() => step.mutate({ removed: day })}>{t('holidays.remove')}</Button> }] : []),
        ]}
      />
    </>
  );
}
