import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import type { VisitDetail } from './visits.api.js';

/** Small pictures once somebody asks for them, large ones at a click. The server records every look. */
export function VisitPhotos({ visit }: { visit: VisitDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const [large, setLarge] = useState<{ id: string; number: number } | null>(null);
  const ids = visit.attachmentIds.map((id) => (id.length === 36 ? `${visit.id.slice(0, 6)}-${id}` : id));
  if (!may(Permission.AttachmentRead)) return null;
  return (
    <Card title={t('teams.visits.photos')} extra={<span className="secondary">{t('teams.visits.shown')}</span>}>
      {ids.length === 0 && <p className="secondary">{t('teams.visits.noPhotos')}</p>}
      {ids.length > 0 && !shown && <Button onClick={() => setShown(true)}>{t('teams.visits.show', { count: ids.length })}</Button>}
      {shown && (
        <div className="photo-row">
          {ids.map((id, at) => (missing.has(id) ? <span key={id} className="photo-missing"><a href={`/api/v1/attachments/${id}/content`}>{t('teams.visits.file', { number: at + 1 })}</a><span className="secondary">{t('teams.visits.missing', { number: at + 1 })}</span></span> : (
            <button key={id} type="button" className="photo" onClick={() => setLarge({ id, number: at + 1 })}>
              <img src={`/api/v1/attachments/${id}/thumbnail`} alt={t('teams.visits.photo', { number: at + 1 })} onError={() => setMissing((known) => new Set([...known, id]))} />
            </button>
          )))}
        </div>
      )}
      <Modal open={large !== null} title={large && t('teams.visits.file', { number: large.number })} footer={null} width={960} onCancel={() => setLarge(null)} destroyOnHidden>
        {large && <img className="photo-large" src={`/api/v1/attachments/${large.id}/content`} alt={t('teams.visits.file', { number: large.number })} />}
      </Modal>
    </Card>
  );
}
