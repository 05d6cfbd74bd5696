import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useLocalText } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { PrintButtons } from '../prints/print-buttons.js';
import { posterQuery, sheetQuery, type NoticeSheet } from './notices.api.js';
import { PosterSheet } from './poster-sheet.js';
import { SheetForm } from './sheet/sheet-form.js';
import './notices.css';
import './poster.css';

/** Everything that the privacy check found; as long as there is one, nothing is printed. */
function PrivacyHits({ hits }: { hits: NoticeSheet['hits'] }) {
  const { t } = useTranslation();
  const local = useLocalText();
  if (hits.length === 0) return <Alert type="success" showIcon className="no-print" title={t('notices.privacy.clean')} />;
  return <Alert role="alert" type="error" showIcon className="no-print" title={t('notices.privacy.found', { count: hits.length })} description={<ul>{hits.map((hit, n) => <li key={n}>{t('notices.privacy.hit', { where: hit.where, kind: local(hit.kindName), found: hit.found })}</li>)}</ul>} />;
}

/** What is printed and posted. The sheet knows name, village and head count, and nothing else of anybody. */
export function PosterPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/office/notices/$id/poster' });
  const may = useMay();
  const poster = useQuery(posterQuery(id));
  const query = useQuery(sheetQuery(id));
  const [writing, setWriting] = useState(false);
  const clean = query.data?.hits.length === 0;
  const tools = (
    <span className="lane-tools no-print">
      {may(Permission.NoticePublish) && <Button size="small" onClick={() => setWriting(!writing)}>{t('notices.sheetForm.open')}</Button>}
      {clean && <><Button size="small" type="primary" onClick={() => window.print()}>{t('common.print')}</Button><PrintButtons sheet="posters" id={id} name={t('notices.poster')} /></>}
    </span>
  );
  return (
    <div className="poster-page">
      <Page title={t('notices.poster')} extra={tools}>
        <QueryState query={query}>
          {(sheet) => (
            <>
              <PrivacyHits hits={sheet.hits} />
              {writing && <SheetForm id={id} sheet={sheet} onDone={() => setWriting(false)} />}
              <QueryState query={poster}>{(found) => <PosterSheet poster={found} sheet={sheet} />}</QueryState>
            </>
          )}
        </QueryState>
      </Page>
    </div>
  );
}
