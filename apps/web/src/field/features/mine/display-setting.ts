import { displayModes, displaySizes, type DisplayMode, type DisplaySize } from '../../ui/index.js';
import { applyDisplay } from '../../ui/display.js';
import { Live } from '../../store/live.js';

const STORED = 'bangfu.field.display';
interface Display {
  readonly size: DisplaySize;
  readonly mode: DisplayMode;
}

function stored(): Display {
  try {
    const [size, mode] = (localStorage.getItem(STORED) ?? '').split(' ');
    return { size: displaySizes.find((known) => known === size) ?? 'normal', mode: displayModes.find((known) => known === mode) ?? 'normal' };
  } catch {
    return { size: 'normal', mode: 'normal' };
  }
}

/** Letter size and outdoor mode of this phone. */
export const display = new Live<Display>(stored());

export function startDisplay(): void {
  applyDisplay(display.get());
}

export function setDisplay(change: Partial<Display>): void {
  display.change((old) => ({ ...old, ...change }));
  applyDisplay(display.get());
  try {
    localStorage.setItem(STORED, `${display.get().size} ${display.get().mode}`);
  } catch {
    // Without storage it holds until the page is closed.
  }
}
