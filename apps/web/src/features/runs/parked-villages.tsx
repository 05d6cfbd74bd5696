import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../i18n/format.js';
import { DivisionName } from '../../ui/division-name.js';
import { parkedQuery } from './runs.api.js';

/** Villages that could not be computed keep their last numbers; somebody has to look at their data. */
export function ParkedVillages() {
  const { t } = useTranslation();
  const { data } = useQuery(parkedQuery);
  if (!data || data.length === 0) return null;
  const list = <ul>{data.map((village) => <li key={village.villageCode}><DivisionName code={village.villageCode} />：{village.message}（{village.sqlstate}，{formatMoment(village.parkedAt)}）</li>)}</ul>;
  return <Alert type="error" showIcon title={t('runs.parked', { count: data.length })} description={list} />;
}
