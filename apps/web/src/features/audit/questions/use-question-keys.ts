import { useEffect, useRef } from 'react';

interface Keys {
  add: () => void;
  run: () => void;
  save: () => void;
  takeOut: () => void;
  group: () => void;
}

const typing = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], .chip-editor') !== null);
const pressing = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('button, a') !== null;

/** `/` a condition, Enter asks, Ctrl-S keeps, Ctrl-E takes out, G groups; never while an input method is composing. */
export function useQuestionKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const command = event.ctrlKey || event.metaKey;
      const work = command && event.code === 'KeyS' ? current.current.save
        : command && event.code === 'KeyE' ? current.current.takeOut
          : command || event.altKey || typing(event.target) ? null
            : event.code === 'Slash' && !event.shiftKey ? current.current.add
              : event.code === 'KeyG' ? current.current.group
                : event.code === 'Enter' && !pressing(event.target) ? current.current.run : null;
      if (!work) return;
      event.preventDefault();
      // On this page `/` means a condition; the search in the head does not hear of it.
      event.stopPropagation();
      work();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
