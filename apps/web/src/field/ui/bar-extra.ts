import { createContext, type ReactNode } from 'react';

/** What the frame shows at the end of every page's bar: the state of sending. */
export const BarExtra = createContext<ReactNode>(null);
