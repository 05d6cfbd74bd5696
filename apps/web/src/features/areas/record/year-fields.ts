import { codeListOf, FACT_CATALOGUE, snakeCase, type CodeListName, type Field } from '#domain';
import type { AreaLevel } from '../area-level.js';

type Named = { readonly zh: string; readonly en: string };

const field = (key: string, type: Field['type'], { zh, en }: Named, codeList?: CodeListName): Field => ({
  key, column: snakeCase(key), entity: 'householdYear', type, group: 'status', zh, en, required: false, headings: [], encrypted: false, derived: false, ...(codeList ? { codeList } : {}),
});
const fact = (level: AreaLevel, key: string, type: Field['type']): Field => field(key, type, FACT_CATALOGUE.facts[level].get(snakeCase(key))?.label ?? { zh: key, en: key });

const services = ['hardenedRoad', 'safeWaterCovered', 'productionPower', 'broadcasting', 'broadband', 'clinic', 'villageDoctor', 'cultureRoom', 'cooperative'] as const;

/** The infrastructure and services of a village that are ticked off. */
const checklist = services.map((key) => fact('village', key, 'boolean'));

/** What is written about a village or county and year, with the names of its facts. */
export const yearFields: Readonly<Record<AreaLevel, readonly Field[]>> = {
  village: [fact('village', 'ruralResidentPopulation', 'integer'), field('villageType', 'code', codeListOf('villageType'), 'villageType'), fact('village', 'collectiveIncomeFen', 'fen'), ...checklist],
  county: [fact('county', 'ruralResidentPopulation', 'integer')],
};
