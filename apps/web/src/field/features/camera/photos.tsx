import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPhoto, removePhoto, usePhotos } from '../../store/index.js';
import type { Position } from '../../store/types.js';
import { BigButton, Strip } from '../../ui/index.js';
import { Camera } from './camera.js';
import { photoFault } from './photo-fault.js';
import { shrinkPhoto } from './shrink-photo.js';
import './camera.css';

const MOST = 9;

interface Props {
  /** Key of the draft that the photos belong to. */
  owner: string;
  position?: Position | null;
  /** The camera of this form was open when the page ended. */
  awaiting: boolean;
  onAwaiting: (awaiting: boolean) => void;
}

/** Photos of what is being written: none to nine. They are small before they are kept, and can be taken away again. */
export function Photos({ owner, position = null, awaiting, onAwaiting }: Props) {
  const { t } = useTranslation();
  const photos = usePhotos(owner);
  const [open, setOpen] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const begin = () => {
    setFault(null);
    onAwaiting(true);
    setOpen(true);
  };
  const end = () => {
    setOpen(false);
    onAwaiting(false);
  };
  const keep = async (file: Blob): Promise<void> => {
    const takenAt = new Date();
    try {
      await addPhoto({ ...(await shrinkPhoto(file)), takenAt, position }, owner);
    } catch (error) {
      setFault(photoFault(t, error));
    }
    end();
  };
  return (
    <>
      {awaiting && !open && <Strip kind="warning" data-testid="photo-awaited">{t('field.camera.awaited')}</Strip>}
      {fault && <Strip kind="error">{fault}</Strip>}
      {photos.length > 0 && (
        <ul className="photos" aria-label={t('field.camera.taken', { count: photos.length })}>
          {photos.map(({ id, url, size }, index) => (
            <li key={id} className="photo" data-testid="photo">
              {url ? <img src={url} alt={t('field.camera.photo', { number: index + 1 })} /> : <div className="photo-waiting" />}
              <div className="photo-size">{t('field.camera.kilobytes', { size: Math.ceil(size / 1000) })}</div>
              <button type="button" className="photo-remove" aria-label={t('field.camera.removeNumber', { number: index + 1 })} onClick={() => void removePhoto(id)}>{t('field.camera.remove')}</button>
            </li>
          ))}
        </ul>
      )}
      <BigButton kind="plain" disabled={photos.length >= MOST} why={t('field.camera.enough', { most: MOST })} onClick={begin} data-testid="take-photo">{t('field.camera.take')}</BigButton>
      <Camera open={open} onPhoto={keep} onClose={end} />
    </>
  );
}
