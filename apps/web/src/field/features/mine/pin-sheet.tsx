import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../store/index.js';
import { changePin } from '../../store/users.js';
import { say, Sheet, Strip } from '../../ui/index.js';
import { isWeakPin } from '../setup/pin-step.js';
import { PinPad } from '../unlock/pin-pad.js';

/** Old PIN, new PIN, new PIN again. */
export function PinSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { userId } = useMe();
  const [entered, setEntered] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const end = (text: string | null): void => {
    setEntered([]);
    setFault(text);
  };
  const full = async (pin: string): Promise<void> => {
    setTyped('');
    setFault(null);
    const [old, next] = entered;
    if (old === undefined) return setEntered([pin]);
    if (next === undefined) return isWeakPin(pin) ? setFault(t('field.setup.pinWeak')) : setEntered([old, pin]);
    if (next !== pin) return end(t('field.mine.pinDiffers'));
    if (!(await changePin(userId, { old, next }))) return end(t('field.mine.pinWrong'));
    end(null);
    say(t('field.mine.pinChanged'));
    onClose();
  };
  const asked = [t('field.mine.oldPin'), t('field.mine.newPin'), t('field.mine.newPinAgain')][entered.length] ?? '';
  return (
    <Sheet open={open} title={t('field.mine.changePin')} onClose={onClose}>
      <p role="status">{asked}</p>
      {fault && <Strip kind="error">{fault}</Strip>}
      {open && <PinPad value={typed} onChange={setTyped} onFull={(pin) => void full(pin)} />}
    </Sheet>
  );
}
