import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Permission, sampleMethodNames } from '#domain';
import { formatCount, formatMoment } from '../../../i18n/format.js';
import { useLocalText } from '../../../i18n/use-language.js';
import { useMay } from '../../../session/me.js';
import { DataTable } from '../../../ui/data-table.js';
import { ShortDivisionName } from '../../../ui/division-name.js';
import { Page } from '../../../ui/page.js';
import { RefusedAlert } from './refused/refused-alert.js';
import { SampleStateTag } from './sample-state-tag.js';
import { sampleListQuery } from './samples.api.js';
import './samples.css';

/** Samples of the territory, the newest first; what is in them only whoever drew them sees. */
export function SamplesPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const may = useMay();
  const place = useSearch({ from: '/office/audit/samples' });
  const navigate = useNavigate();
  return (
    <Page title={t('samples.title')} extra={<>{may(Permission.SampleDraw) && <Link to="/audit/samples/refused">{t('samples.refused.title')}</Link>}{may(Permission.SampleVisit) && <Link to="/audit/samples/tasks">{t('samples.tasks.title')}</Link>}{may(Permission.SampleDraw) && <Link className="button-link primary" to="/audit/samples/new">{t('samples.new')}</Link>}</>}>
      <RefusedAlert />
      <DataTable
        label={t('samples.title')} query={useQuery(sampleListQuery(place.cursor))} rowKey={({ id }) => id} place={place} onPlace={(next) => void navigate({ to: '/audit/samples', search: next })} empty={t('samples.none')}
        columns={[
          { title: t('samples.name'), render: (_, row) => <Link to="/audit/samples/$id" params={{ id: row.id }}>{row.name}</Link> },
          { title: t('samples.area'), render: (_, row) => <ShortDivisionName code={row.division} /> },
          { title: t('samples.method'), render: (_, row) => local(sampleMethodNames[row.method]) },
          { title: t('samples.frameSize'), align: 'right' as const, render: (_, row) => formatCount(row.frameSize) },
          { title: t('samples.drawn'), align: 'right' as const, render: (_, row) => formatCount(row.drawn) },
          { title: t('samples.stateHead'), render: (_, row) => <SampleStateTag state={row.state} /> },
          { title: t('samples.drawnAt'), render: (_, row) => <span className="nowrap">{formatMoment(row.drawnAt)} {row.drawnBy}</span> },
        ]}
      />
    </Page>
  );
}
