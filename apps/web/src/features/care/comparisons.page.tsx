import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../i18n/format.js';
import { useLocalText } from '../../i18n/use-language.js';
import { ListPage } from '../help/parts/list-page.js';
import { CompareDialog } from './compare-dialog.js';
import { comparisonListQuery, registersQuery, type CareComparison } from './care.api.js';

/** Registers held against the lists of departments. */
export function CareComparisonsPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const { cursor, page } = useSearch({ from: '/office/care-comparisons' });
  const navigate = useNavigate();
  const [comparing, setComparing] = useState(false);
  const names = new Map((useQuery(registersQuery).data ?? []).map(({ code, name }) => [code, local(name)]));
  return (
    <ListPage<CareComparison>
      title={t('teams.care.comparisons')} intro={<><p className="path"><Link to="/care">{t('teams.care.title')}</Link></p><p className="page-intro">{t('teams.care.comparisonsHint')}</p></>} fields={[]} filters={{}} place={{ cursor, page }} onGo={(search) => void navigate({ to: '/care-comparisons', search })} empty={t('teams.care.noComparisons')}
      extra={<Button type="primary" onClick={() => setComparing(true)}>{t('teams.care.compare')}</Button>} query={useQuery(comparisonListQuery({ cursor, limit: 50 }))} rowKey={(row) => row.id}
      columns={[
        { title: t('teams.care.register'), render: (_, row) => <Link to="/care-comparisons/$id" params={{ id: row.id }}>{names.get(row.registerCode) ?? row.registerCode}</Link> },
        { title: t('teams.care.department'), dataIndex: 'department' },
        { title: t('teams.care.listOn'), dataIndex: 'listOn' },
        { title: t('teams.care.rows'), align: 'right', dataIndex: 'rows' },
        { title: t('teams.care.matched'), align: 'right', dataIndex: 'matched' },
        { title: t('teams.care.notOurs'), align: 'right', dataIndex: 'notOurs' },
        { title: t('teams.care.comparedAt'), render: (_, row) => formatMoment(row.comparedAt) },
      ]}
    >
      {comparing && <CompareDialog onClose={() => setComparing(false)} />}
    </ListPage>
  );
}
