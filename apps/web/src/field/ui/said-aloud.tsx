import { useSyncExternalStore } from 'react';
import './said-aloud.css';

const SHOWN_FOR = 5000;
let said: { readonly text: string; readonly number: number } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function put(text: string | null): void {
  said = text === null ? null : { text, number: (said?.number ?? 0) + 1 };
  for (const listener of listeners) listener();
}

/** Says what was done, such as 已保存到本机: shown over whatever page comes next and read out by screen readers. */
export function say(text: string): void {
  clearTimeout(timer);
  put(text);
  timer = setTimeout(() => put(null), SHOWN_FOR);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The one place where {@link say} is heard; stands in the frame. A tap puts it away. */
export function SaidAloud() {
  const now = useSyncExternalStore(subscribe, () => said);
  return (
    <div className="said-aloud" role="status" data-testid="said">
      {now && <button key={now.number} type="button" onClick={() => put(null)}><span aria-hidden="true">✓ </span>{now.text}</button>}
    </div>
  );
}
