import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { BigButton, Strip } from '../../ui/index.js';
import { useViewfinder } from '../camera/use-viewfinder.js';
import '../camera/camera.css';

/** Shape detection is not part of the TypeScript DOM yet. https://wicg.github.io/shape-detection-api/#barcode-detection-api */
interface Detector {
  detect(from: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: readonly string[] }) => Detector;

const detectorClass = (): DetectorClass | undefined => (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
const LOOK_EVERY = 250;

/** 扫户码: reads the household code printed on the 明白卡. Where the browser cannot read codes there is no such button. */
export function ScanCode({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!detectorClass()) return null;
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
    const Found = detectorClass();
    if (state !== 'on' || !Found) return;
    const detector = new Found({ formats: ['qr_code'] });
    let looking = true;
    const look = async (): Promise<void> => {
      const [code] = video.current ? await detector.detect(video.current).catch(() => []) : [];
      if (!looking) return;
      if (code) return onCode(code.rawValue.trim());
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
