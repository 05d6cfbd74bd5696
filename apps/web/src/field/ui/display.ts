/** Letter sizes: 标准 17, 大字 20, 特大字 24 pixels. */
export const displaySizes = ['normal', 'large', 'huge'] as const;
export type DisplaySize = (typeof displaySizes)[number];

/** 户外模式 is black on white with borders, for sunlight. */
export const displayModes = ['normal', 'outdoor'] as const;
export type DisplayMode = (typeof displayModes)[number];

/** Switches the whole desk; everything follows by the variables of field.css. */
export function applyDisplay({ size, mode }: { readonly size: DisplaySize; readonly mode: DisplayMode }): void {
  document.documentElement.dataset['size'] = size;
  document.documentElement.dataset['mode'] = mode;
}
