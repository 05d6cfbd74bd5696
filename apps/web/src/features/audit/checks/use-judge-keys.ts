import { useEffect, useRef } from 'react';
import type { Verdict } from './checks.api.js';

const verdicts: Readonly<Record<string, Verdict>> = { Digit1: 'TRUE', Digit2: 'FALSE_ALARM', Digit3: 'OPEN', Numpad1: 'TRUE', Numpad2: 'FALSE_ALARM', Numpad3: 'OPEN' };

interface Keys {
  onMove: (step: 1 | -1) => void;
  onVerdict: (verdict: Verdict) => void;
  onTick: () => void;
  onReason: () => void;
}

/** True while somebody writes, also with an input method: then keys are letters. */
function isWriting(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return event.isComposing || event.ctrlKey || event.metaKey || event.altKey || target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.closest('[role="dialog"]') !== null;
}

/** J and K move, 1, 2, 3 judge, X ticks, R writes the reason. A tick box is no place to write. */
export function useJudgeKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const box = event.target instanceof HTMLInputElement && event.target.type === 'checkbox';
      if (!box && isWriting(event)) return;
      const { onMove, onVerdict, onTick, onReason } = latest.current;
      const verdict = verdicts[event.code];
      if (verdict) onVerdict(verdict);
      else if (event.code === 'KeyJ') onMove(1);
      else if (event.code === 'KeyK') onMove(-1);
      else if (event.code === 'KeyX') onTick();
      else if (event.code === 'KeyR') onReason();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
