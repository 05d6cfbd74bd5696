import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { divisionQuery } from '../../ui/use-divisions.js';
import { AreaView } from './area-view.js';
import { villageVerdictQuery } from './areas.api.js';

/** A village and year: incidence with its numbers, conditions of exit, records. */
export function VillagePage() {
  const { t } = useTranslation();
  const { code } = useParams({ from: '/office/villages/$code' });
  const { year } = useSearch({ from: '/office/villages/$code' });
  const navigate = useNavigate();
  const query = useQuery(villageVerdictQuery(code, year));
  const division = useQuery(divisionQuery(code)).data;
  const path = division?.path.slice(1).map(({ name }) => name).join(' / ');
  return (
    <AreaView
      level="village" query={query} path={path} title={t('areas.villageTitle', { name: query.data?.name ?? division?.name ?? code })}
      onYear={(chosen) => void navigate({ to: '/villages/$code', params: { code }, search: { year: chosen }, replace: true })}
    />
  );
}
