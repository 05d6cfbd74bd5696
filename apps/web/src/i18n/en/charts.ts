import type { Texts } from '../texts.js';
import type { charts as zh } from '../zh/charts.js';

export const charts: Texts<typeof zh> = {
  table: 'Table',
  picture: 'Picture',
  copy: 'Copy picture',
  copied: 'Picture copied',
  failed: 'The picture could not be made: take the SVG, or another browser',
};
