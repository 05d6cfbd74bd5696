import type { LocalText } from '../facts/index.js';

/** Figures of its village by which a unit may be called hard; more is harder. `size` counts the units of the frame in the village. */
export const hardnessFigures = ['incidenceBp', 'poorHouseholds', 'openClues', 'size'] as const;
export type HardnessFigure = (typeof hardnessFigures)[number];

export const hardnessNames: Readonly<Record<HardnessFigure, LocalText>> = {
  incidenceBp: { zh: '贫困发生率', en: 'Incidence of poverty' },
  poorHouseholds: { zh: '贫困户数', en: 'Poor households' },
  openClues: { zh: '未办结的返贫线索数', en: 'Risk clues not yet settled' },
  size: { zh: '抽样框内户数', en: 'Households of the frame' },
};
