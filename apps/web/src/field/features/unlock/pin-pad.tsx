import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

const DIGITS = 6;
const rows = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'] as const;

/** Six digits, typed on big keys or on a keyboard; `onFull` is told when all six are there. */
export function PinPad({ value, onChange, onFull, disabled = false }: { value: string; onChange: (value: string) => void; onFull: (pin: string) => void; disabled?: boolean }) {
  const { t } = useTranslation();
  const press = (digit: string): void => {
    if (disabled || value.length >= DIGITS) return;
    const next = value + digit;
    onChange(next);
    if (next.length === DIGITS) onFull(next);
  };
  const latest = useRef({ press, erase: () => onChange(value.slice(0, -1)) });
  latest.current = { press, erase: () => onChange(value.slice(0, -1)) };
  useEffect(() => {
    const onKey = ({ key, target }: KeyboardEvent): void => {
      if (target instanceof HTMLInputElement) return;
      if (/^[0-9]$/.test(key)) latest.current.press(key);
      if (key === 'Backspace') latest.current.erase();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <div>
      <div className="pin-dots" aria-hidden="true">{Array.from({ length: DIGITS }, (_, index) => <i key={index} className={index < value.length ? 'on' : ''} />)}</div>
      <p className="visually-hidden" role="status">{t('field.unlock.entered', { count: value.length })}</p>
      <div className="pin-pad">
        {rows.map((digit) => (digit === '' ? <span key="gap" /> : <button key={digit} type="button" disabled={disabled} data-testid={`pin-${digit}`} onClick={() => press(digit)}>{digit}</button>))}
        <button type="button" disabled={disabled || value === ''} aria-label={t('field.unlock.erase')} data-testid="pin-erase" onClick={() => onChange(value.slice(0, -1))}>⌫</button>
      </div>
    </div>
  );
}
