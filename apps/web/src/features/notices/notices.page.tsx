import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/me.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { Page } from '../../ui/page.js';
import { FileObjectionDialog } from '../cases/decide/file-objection-dialog.js';
import { NoticeLane } from './notice-lane.js';
import { lanes, type NoticeCard } from './notices.api.js';
import './notices.css';

/** The notice board: to be posted, running, contested, complete, closed. */
export function NoticesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { division } = useSearch({ from: '/office/notices' });
  const navigate = useNavigate();
  const [objecting, setObjecting] = useState<NoticeCard | null>(null);
  const place = me.division.length < 12 && <DivisionSelect within={me.division} value={division} placeholder={t('areas.division')} onChange={(chosen) => void navigate({ to: '/notices', search: { division: chosen } })} />;
  return (
    <Page title={t('notices.title')} extra={place}>
      <div className="board">{lanes.map((lane) => <NoticeLane key={lane} lane={lane} division={division} onObject={setObjecting} />)}</div>
      {objecting && <FileObjectionDialog caseId={objecting.caseId} name={objecting.name ?? ''} onClose={() => setObjecting(null)} />}
    </Page>
  );
}
