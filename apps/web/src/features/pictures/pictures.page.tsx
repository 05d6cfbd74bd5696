import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay, useMe } from '../../session/me.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { Page } from '../../ui/page.js';
import { useToday } from '../../ui/use-clock.js';
import { CaseSteps } from './case-steps.js';
import { CountyPictures } from './county-pictures.js';
import { IncomeHistogram } from './income-histogram.js';
import { NoticeTimes } from './notice-times.js';
import { RegionPictures } from './region-pictures.js';

/** The numbers of a division as pictures, each with its table: white, ready for print, nothing about persons. */
export function PicturesPage() {
  const { t } = useTranslation();
  const { division, year } = useSearch({ from: '/office/pictures' });
  const navigate = useNavigate();
  const me = useMe();
  const may = useMay();
  const today = useToday();
  const shown = division ?? me.division ?? '15';
  const go = (change: { division?: string | undefined; year?: number | undefined }) => void navigate({ to: '/pictures', search: { division, year, ...change } });
  return (
    <Page title={t('pictures.title')} extra={may(Permission.BoundaryWrite) && <Link to="/boundaries">{t('pictures.boundaries')}</Link>}>
      <div className="filter-bar no-print">
        <DivisionSelect value={division} within={me.division ?? '15'} placeholder={t('pictures.division')} onChange={(code) => go({ division: code })} />
        <InputNumber aria-label={t('pictures.year')} placeholder={t('pictures.newestYear')} value={year ?? null} min={2000} max={2100} precision={0} onChange={(value) => go({ year: value ?? undefined })} />
      </div>
      {shown.length < 6 && <RegionPictures division={shown} year={year} />}
      {shown.length >= 6 && <CountyPictures division={shown} year={year} />}
      <IncomeHistogram division={shown} year={year} />
      <CaseSteps division={shown} year={year ?? Number(today.slice(0, 4))} />
      <NoticeTimes division={shown} today={today} />
    </Page>
  );
}
