import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../i18n/format.js';
import type { ChecklistFile } from './checklist-files.api.js';
import './checklist-files.css';

const address = ({ attachmentId }: ChecklistFile): string => `/api/v1/attachments/${attachmentId}/content`;

/** Files beside a row: a photograph opens on the page, a document in a window of its own; both can be downloaded. Each look is recorded. */
export function FileLinks({ files }: { files: readonly ChecklistFile[] }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<ChecklistFile | null>(null);
  if (files.length === 0) return null;
  const name = (file: ChecklistFile) => file.fileName ?? t('areas.files.nameless', { number: files.indexOf(file) + 1 });
  return (
    <>
      <ul className="checklist-files">
        {files.map((file) => (
          <li key={file.id}>
            {file.mime.startsWith('image/')
              ? <Button type="link" size="small" onClick={() => setShown(file)}>{name(file)}</Button>
              : <a href={address(file)} target="_blank" rel="noreferrer">{name(file)}</a>}
            <a className="secondary" href={address(file)} download={name(file)} aria-label={t('areas.files.downloadOf', { name: name(file) })}>{t('areas.files.download')}</a>
          </li>
        ))}
      </ul>
      <Modal open={shown !== null} title={shown && name(shown)} footer={null} width={960} onCancel={() => setShown(null)} destroyOnHidden>
        {shown && <><img className="checklist-photo" src={address(shown)} alt={name(shown)} /><p className="secondary">{t('areas.files.added', { name: shown.addedBy, time: formatMoment(shown.addedAt) })}</p></>}
      </Modal>
    </>
  );
}
