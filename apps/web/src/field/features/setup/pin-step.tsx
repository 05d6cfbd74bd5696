import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Strip } from '../../ui/index.js';
import { PinPad } from '../unlock/pin-pad.js';

/** 111111, 123456, 654321: what everybody tries first. */
export function isWeakPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]));
  return [0, 1, -1].some((step) => steps.every((found) => found === step));
}

/** The PIN, twice. */
export function PinStep({ onPin }: { onPin: (pin: string) => Promise<void> }) {
  const { t } = useTranslation();
  const [first, setFirst] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const full = async (pin: string): Promise<void> => {
    setTyped('');
    if (first === null) {
      setFault(isWeakPin(pin) ? t('field.setup.pinWeak') : null);
      if (!isWeakPin(pin)) setFirst(pin);
      return;
    }
    setFirst(null);
    if (first !== pin) return setFault(t('field.setup.pinDiffers'));
    setBusy(true);
    await onPin(pin);
    setBusy(false);
  };
  return (
    <Card title={t(first === null ? 'field.setup.pinTitle' : 'field.setup.pinAgain')} data-testid={first === null ? 'pin-first' : 'pin-again'}>
      <p className="secondary">{t('field.setup.pinIntro')}</p>
      {fault && <Strip kind="error" data-testid="pin-fault">{fault}</Strip>}
      <PinPad value={typed} onChange={setTyped} disabled={busy} onFull={(pin) => void full(pin)} />
    </Card>
  );
}
