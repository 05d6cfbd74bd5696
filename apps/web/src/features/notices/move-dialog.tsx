import { Button, Input, Modal, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { BatchResults } from '../todo/batch/batch-results.js';
import { useBatch } from '../todo/batch/batch.api.js';
import type { NoticeCard } from './notices.api.js';

interface Props {
  cards: readonly NoticeCard[];
  move: 'publish_notice' | 'close_notice';
  onClose: () => void;
}

/** Posts or ends many notices at once; each has its own result. */
export function MoveDialog({ cards, move, onClose }: Props) {
  const { t } = useTranslation();
  const [place, setPlace] = useState('');
  const batch = useBatch();
  const items = cards.map(({ caseId, caseVersion }) => ({ id: caseId, expectedVersion: caseVersion }));
  const act = () => batch.mutate({ action: move, items, ...(place.trim() ? { placeDetail: place.trim() } : {}) });
  const footer = batch.data
    ? <Button type="primary" onClick={onClose}>{t('todo.batch.close')}</Button>
    : <><Button onClick={onClose}>{t('common.cancel')}</Button><Button type="primary" autoFocus loading={batch.isPending} onClick={act}>{t(`notices.confirm.${move}`)}</Button></>;
  return (
    <Modal open title={t(`notices.ask.${move}`, { count: cards.length })} onCancel={onClose} footer={footer} width={560} destroyOnHidden>
      {batch.error && <ProblemAlert error={batch.error} />}
      {batch.isPending && <Progress aria-label={t('todo.batch.progress')} percent={Math.round((batch.done * 100) / items.length)} format={() => `${batch.done}/${items.length}`} />}
      {batch.data ? <BatchResults answer={batch.data} cases={cards.map(({ caseId, name, village }) => ({ id: caseId, subjectName: name ?? village ?? caseId }))} outcome={move} /> : (
        <>
          <p>{t(`notices.follows.${move}`)}</p>
          {move === 'publish_notice' && <Input aria-label={t('cases.notice.placeDetail')} placeholder={t('cases.notice.placeExample')} maxLength={200} value={place} onChange={(event) => setPlace(event.target.value)} />}
        </>
      )}
    </Modal>
  );
}
