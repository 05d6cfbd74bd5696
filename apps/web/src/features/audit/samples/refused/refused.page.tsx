import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../../i18n/format.js';
import { useLocalText } from '../../../../i18n/use-language.js';
import { DataTable } from '../../../../ui/data-table.js';
import { DivisionName } from '../../../../ui/division-name.js';
import { Page } from '../../../../ui/page.js';
import { RefusedPanel } from './refused-panel.js';
import { RefusedTag } from './refused-tag.js';
import { refusedQuery } from './refused.api.js';
import '../samples.css';

/** What phones sent for my samples and was refused, until I say what became of it. */
export function RefusedSpotChecksPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const { sample, all, ...place } = useSearch({ from: '/office/audit/samples/refused' });
  const navigate = useNavigate();
  const [open, setOpen] = useState<string | null>(null);
  const kept = { ...(sample ? { sample } : {}), ...(all ? { all } : {}) };
  const shown = (checked: boolean) => void navigate({ to: '/audit/samples/refused', search: { ...(sample ? { sample } : {}), ...(checked ? { all: true as const } : {}) } });
  return (
    <Page title={t('samples.refused.title')} path={<Link to="/audit/samples">{t('samples.title')}</Link>} extra={<>{sample && <Link to="/audit/samples/refused" search={all ? { all } : {}}>{t('samples.refused.allSamples')}</Link>}<Checkbox checked={all ?? false} onChange={(event) => shown(event.target.checked)}>{t('samples.refused.all')}</Checkbox></>}>
      <p className="secondary">{t('samples.refused.hint')}</p>
      <DataTable
        label={t('samples.refused.title')} query={useQuery({ ...refusedQuery({ sample, all, cursor: place.cursor }), placeholderData: keepPreviousData })} rowKey={({ id }) => id} place={place} empty={t('samples.refused.none')}
        onPlace={(next) => void navigate({ to: '/audit/samples/refused', search: { ...next, ...kept } })}
        columns={[
          { title: t('samples.title'), render: (_, row) => <Link to="/audit/samples/$id" params={{ id: row.sampleId }}>{row.sampleName} · {row.ordinal}</Link> },
          { title: t('samples.tasks.household'), render: (_, row) => row.headName },
          { title: t('samples.village'), render: (_, row) => <DivisionName code={row.villageCode} /> },
          { title: t('samples.refused.work'), render: (_, row) => t(`samples.refused.kind.${row.kind}`) },
          { title: t('samples.refused.sentBy'), render: (_, row) => <span className="nowrap">{row.sentBy} {formatMoment(row.receivedAt)}</span> },
          { title: t('samples.refused.why'), render: (_, row) => local({ zh: row.title, en: row.titleEn }) },
          { title: t('samples.stateHead'), render: (_, row) => <RefusedTag outcome={row.outcome} /> },
          { title: t('samples.refused.actions'), render: (_, row) => <Button size="small" onClick={() => setOpen(row.id)}>{t('samples.refused.open')}</Button> },
        ]}
      />
      {open && <RefusedPanel id={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}
