import type { VillageService } from '../facts/village-services.js';

/**
 * Rows of the list that is ticked off for the exit of a village: infrastructure, public services, collective economy. Names of its facts;
 * each can carry files.
 */
export const villageChecklist = [
  'hardened_road', 'safe_water_covered', 'production_power', 'broadcasting', 'broadband', 'clinic', 'village_doctor', 'culture_room', 'cooperative', 'collective_income_fen',
] as const satisfies readonly (VillageService | 'collective_income_fen')[];
export type ChecklistItem = (typeof villageChecklist)[number];
