import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { divisionQuery } from '../../ui/use-divisions.js';
import { AreaView } from './area-view.js';
import { countyVerdictQuery } from './areas.api.js';

/** A county and year: incidence, the assessed rates, the villages. */
export function CountyPage() {
  const { t } = useTranslation();
  const { code } = useParams({ from: '/office/counties/$code' });
  const { year } = useSearch({ from: '/office/counties/$code' });
  const navigate = useNavigate();
  const query = useQuery(countyVerdictQuery(code, year));
  const division = useQuery(divisionQuery(code)).data;
  const path = division?.path.slice(1).map(({ name }) => name).join(' / ');
  return (
    <AreaView
      level="county" query={query} path={path} title={t('areas.countyTitle', { name: query.data?.name ?? division?.name ?? code })}
      onYear={(chosen) => void navigate({ to: '/counties/$code', params: { code }, search: { year: chosen }, replace: true })}
    />
  );
}
