import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { formatCount } from '../../../../i18n/format.js';
import { useMay } from '../../../../session/me.js';
import { refusedCountQuery } from './refused.api.js';

/** Says that refused work waits for me, of one sample or of all; nothing when there is none. */
export function RefusedAlert({ sample }: { sample?: string }) {
  const { t } = useTranslation();
  const found = useQuery({ ...refusedCountQuery(sample), enabled: useMay()(Permission.SampleDraw) }).data?.count;
  if (!found) return null;
  return <Alert className="refused-alert no-print" type="warning" showIcon title={t('samples.refused.waiting', { figure: formatCount(found) })} action={<Link to="/audit/samples/refused" search={sample ? { sample } : {}}>{t('samples.refused.go')}</Link>} />;
}
