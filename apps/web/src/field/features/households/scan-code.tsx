import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { BigButton, Strip } from '../../ui/index.js';
import { useViewfinder } from '../camera/use-viewfinder.js';
import { codeReader } from './code-reader.js';
import '../camera/camera.css';

/** Milliseconds between two looks. */
const LOOK_EVERY = 250;

/** 扫户码: reads the household code printed on the 明白卡. */
export function ScanCode({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const found = (code: string) => {
    setOpen(false);
    onCode(code);
  };
  return (
    <>
      <BigButton small kind="plain" onClick={() => setOpen(true)} data-testid="scan">{t('field.households.scan')}</BigButton>
      {open && createPortal(<Scanner onCode={found} onClose={() => setOpen(false)} />, document.body)}
    </>
  );
}

function Scanner({ onCode, onClose }: { onCode: (code: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { video, state } = useViewfinder(true);
  useEffect(() => {
    if (state !== 'on') return;
    const reader = codeReader();
    let looking = true;
    const look = async (): Promise<void> => {
      const code = video.current && (await (await reader)(video.current).catch(() => null));
      if (!looking) return;
      if (code) return onCode(code.trim());
      setTimeout(() => void look(), LOOK_EVERY);
    };
    void look();
    return () => void (looking = false);
  }, [state]);
  return (
    <div className="camera" role="dialog" aria-modal="true" aria-label={t('field.households.scanTitle')}>
      {state === 'unavailable' ? <Strip kind="warning">{t('field.households.scanNoCamera')}</Strip> : <><p className="camera-words">{t('field.households.scanLook')}</p><video ref={video} className="camera-view" playsInline muted aria-label={t('field.households.scanView')} /></>}
      <BigButton kind="plain" onClick={onClose} data-testid="scan-close">{t('common.cancel')}</BigButton>
    </div>
  );
}
