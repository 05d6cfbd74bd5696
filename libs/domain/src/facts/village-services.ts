import type { LocalText } from './fact-definition.js';
import { text } from './local-text.js';

/** What stands in a village or does not, by the names of its facts (infrastructure and public services of the exit of a village). */
export const villageServices = [
  'hardened_road', 'production_power', 'safe_water_covered', 'clinic', 'village_doctor', 'culture_room', 'broadcasting', 'broadband', 'cooperative',
] as const;
export type VillageService = (typeof villageServices)[number];

/** Apart from the other facts of areas, which the phone does without. */
export const villageServiceNames: Readonly<Record<VillageService, LocalText>> = {
  hardened_road: text('硬化路', 'a hardened road'),
  production_power: text('生产用电', 'power for production'),
  safe_water_covered: text('安全饮水覆盖', 'safe drinking water'),
  clinic: text('标准化卫生室', 'a standard clinic'),
  village_doctor: text('合格村医', 'a village doctor'),
  culture_room: text('文化活动室', 'a culture room'),
  broadcasting: text('广播电视', 'radio and television'),
  broadband: text('宽带网络', 'broadband'),
  cooperative: text('合作社', 'a cooperative'),
};
export const collectiveIncomeName: LocalText = text('集体经济收入', 'collective income');
