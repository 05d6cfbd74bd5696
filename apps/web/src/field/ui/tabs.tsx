import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import './tabs.css';

interface Props<Key extends string> {
  label: string;
  tabs: readonly { readonly key: Key; readonly text: string }[];
  value: Key;
  onChange: (key: Key) => void;
  /** The part of the chosen tab. */
  children: ReactNode;
}

/** Parts of a screen, one shown at a time. Arrow keys go from one to the next. */
export function Tabs<Key extends string>({ label, tabs, value, onChange, children }: Props<Key>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = (tabs.findIndex(({ key }) => key === value) + step + tabs.length) % tabs.length;
    const chosen = tabs[next];
    if (!chosen) return;
    onChange(chosen.key);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <>
      <div ref={list} className="tab-list" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(({ key, text }) => (
          <button key={key} type="button" role="tab" id={`${id}-${key}`} aria-selected={key === value} aria-controls={`${id}-part`} tabIndex={key === value ? 0 : -1} data-testid={`tab-${key}`} onClick={() => onChange(key)}>{text}</button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-part`} aria-labelledby={`${id}-${value}`} className="tab-part">{children}</div>
    </>
  );
}
