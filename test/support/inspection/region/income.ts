import { computeIncome, derivedIncomeFields, snakeCase } from '#domain';
import type { Row } from './tables.js';

/** Income items of a clean household in fen: wages, herd with its cost, lease, pension, grassland; they add up. */
export const cleanIncome: Readonly<Record<string, number>> = {
  wageMigrantWork: 3_000_000, businessLivestock: 2_400_000, businessCostFodder: 700_000, propertyLandTransfer: 200_000, transferPension: 180_000, transferGrassland: 300_000,
};

/** Columns of items and of everything that is computed from them. Call it again after changing items that are meant to stay consistent. */
export function incomeColumns(items: Readonly<Record<string, number | null>>, members: number): Row {
  const derived = derivedIncomeFields(computeIncome(items, members));
  return Object.fromEntries(Object.entries({ ...items, ...derived }).map(([key, value]) => [`${snakeCase(key)}_fen`, value]));
}

/** Everything else that the form of a year asks for. */
export function livingColumns(): Row {
  return {
    farmland_mu: 12, irrigated_mu: 4, forest_mu: 10, land_returned_to_forest_mu: 2, orchard_mu: 0, grassland_mu: 200, water_mu: 0, production_house_m2: 40,
    livestock_poultry: 10, livestock_cattle: 3, livestock_sheep: 25, livestock_pigs: 0, livestock_other: 0, in_cooperative: true, led_by_enterprise: false, led_by_pioneer: false,
    water_difficult: false, safe_water: true, water_sources: ['1'], has_electricity: true, has_production_power: true, has_tv: true, distance_to_road_km: 0.5, road_type: '2',
    housing_m2: 80, is_dilapidated: false, housing_grade: 'B', has_sanitary_toilet: true, fuel_type: 'COAL', food_ok: true, clothing_ok: true,
    compulsory_education_ok: true, basic_medical_ok: true, housing_safe: true,
  };
}
