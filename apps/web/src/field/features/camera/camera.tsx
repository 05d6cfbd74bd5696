import { useRef, useState, type ChangeEvent } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { BigButton, Strip } from '../../ui/index.js';
import { useViewfinder } from './use-viewfinder.js';
import './camera.css';

interface Props {
  open: boolean;
  onPhoto: (file: Blob) => Promise<void>;
  onClose: () => void;
}

/**
 * The viewfinder in the page: leaving the page for the camera of the system is what makes small phones throw the page away.
 * Where the browser gives no camera, the system's own takes the picture.
 */
export function Camera({ open, onPhoto, onClose }: Props) {
  const { t } = useTranslation();
  const { video, state, shoot } = useViewfinder(open);
  const [busy, setBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  if (!open) return null;
  const take = (found: () => Promise<Blob>) => {
    setBusy(true);
    void found().then(onPhoto).finally(() => setBusy(false));
  };
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [picked] = target.files ?? [];
    if (picked) take(() => Promise.resolve(picked));
  };
  return createPortal(
    <div className="camera" role="dialog" aria-modal="true" aria-label={t('field.camera.title')}>
      {state === 'unavailable' ? <Strip kind="warning">{t('field.camera.unavailable')}</Strip> : <video ref={video} className="camera-view" playsInline muted aria-label={t('field.camera.view')} />}
      <div className="camera-buttons">
        <BigButton kind="plain" onClick={onClose} data-testid="camera-close">{t('common.cancel')}</BigButton>
        {state === 'unavailable'
          ? <BigButton busy={busy} onClick={() => file.current?.click()} data-testid="camera-system">{t('field.camera.system')}</BigButton>
          : <BigButton busy={busy} disabled={state !== 'on'} onClick={() => take(shoot)} data-testid="shutter">{t('field.camera.shutter')}</BigButton>}
      </div>
      <input ref={file} className="camera-file" type="file" accept="image/*" capture="environment" aria-label={t('field.camera.system')} tabIndex={-1} data-testid="camera-file" onChange={chosen} />
    </div>,
    document.body,
  );
}
