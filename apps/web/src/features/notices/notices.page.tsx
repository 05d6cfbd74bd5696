import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/me.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { Page } from '../../ui/page.js';
import { FileObjectionDialog } from '../cases/decide/file-objection-dialog.js';
import { NoticeCalendar } from './calendar/notice-calendar.js';
import { NoticeLane } from './notice-lane.js';
import { lanes, type NoticeCard } from './notices.api.js';
import './notices.css';

const views = ['board', 'calendar'] as const;

/** The notice board: to be posted, running, contested, complete, closed; or the same by day. */
export function NoticesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { division, view = 'board' } = useSearch({ from: '/office/notices' });
  const navigate = useNavigate();
  const [objecting, setObjecting] = useState<NoticeCard | null>(null);
  const go = (change: { division?: string | undefined; view?: 'calendar' | undefined }) => void navigate({ to: '/notices', search: { division, ...(view === 'calendar' ? { view } : {}), ...change } });
  const place = me.division.length < 12 && <DivisionSelect within={me.division} value={division} placeholder={t('areas.division')} onChange={(chosen) => go({ division: chosen })} />;
  const choose = <Segmented options={views.map((value) => ({ value, label: t(`notices.view.${value}`) }))} value={view} onChange={(value) => go({ view: value === 'calendar' ? value : undefined })} />;
  return (
    <Page title={t('notices.title')} extra={<>{choose}{place}</>}>
      {view === 'calendar' ? <NoticeCalendar division={division} /> : <div className="board">{lanes.map((lane) => <NoticeLane key={lane} lane={lane} division={division} onObject={setObjecting} />)}</div>}
      {objecting && <FileObjectionDialog caseId={objecting.caseId} name={objecting.name ?? ''} onClose={() => setObjecting(null)} />}
    </Page>
  );
}
