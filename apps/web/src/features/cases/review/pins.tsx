import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

interface Pins {
  /** Names of facts and papers that are to be corrected. */
  pinned: readonly string[];
  toggle: (name: string) => void;
  /** Whether the case can be returned by this person at all. */
  possible: boolean;
}

const PinsContext = createContext<Pins>({ pinned: [], toggle: () => {}, possible: false });

/** Keeps what the reviewer marks while reading; a return takes it as its fields. */
export function PinsProvider({ possible, children }: { possible: boolean; children: ReactNode }) {
  const [pinned, setPinned] = useState<readonly string[]>([]);
  const value = useMemo<Pins>(() => ({
    pinned, possible, toggle: (name) => setPinned((before) => (before.includes(name) ? before.filter((other) => other !== name) : [...before, name])),
  }), [pinned, possible]);
  return <PinsContext value={value}>{children}</PinsContext>;
}

export function usePins(): Pins {
  return useContext(PinsContext);
}
