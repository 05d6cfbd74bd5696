import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { posterQuery } from './notices.api.js';
import { PosterSheet } from './poster-sheet.js';
import './poster.css';

/** What is printed and posted. The sheet knows name, village and head count, and nothing else of anybody. */
export function PosterPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/office/notices/$id/poster' });
  const query = useQuery(posterQuery(id));
  return (
    <div className="poster-page">
      <Page title={t('notices.poster')} extra={<Button type="primary" className="no-print" onClick={() => window.print()}>{t('common.print')}</Button>}>
        <QueryState query={query}>{(poster) => <PosterSheet poster={poster} />}</QueryState>
      </Page>
    </div>
  );
}
