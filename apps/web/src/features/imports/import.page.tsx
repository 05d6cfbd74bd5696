import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../i18n/format.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { ImportBody } from './import-body.js';
import { ImportSteps } from './import-steps.js';
import { ImportStateTag } from './import-state-tag.js';
import { importQuery } from './imports.api.js';
import './imports.css';

/** One file from upload to undo: headings, check, corrections, import. */
export function ImportPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/office/imports/$id' });
  const query = useQuery(importQuery(id));
  const batch = query.data;
  return (
    <Page title={batch?.fileName ?? t('imports.title')} path={<Link to="/imports">{t('imports.title')}</Link>} extra={batch && <><span className="secondary">{batch.by} · {formatMoment(batch.createdAt)}</span><ImportStateTag state={batch.state} /></>}>
      <QueryState query={query} rows={8}>{(found) => <><ImportSteps state={found.state} /><ImportBody batch={found} /></>}</QueryState>
    </Page>
  );
}
