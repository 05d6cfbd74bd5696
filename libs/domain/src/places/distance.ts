/** A point on the earth, WGS-84. */
export interface Place {
  /** Degrees × 1,000,000. */
  readonly latitudeE6: number;
  readonly longitudeE6: number;
}

const EARTH_M = 6_371_008.8;
const radians = (e6: number): number => (e6 / 1e6) * (Math.PI / 180);

/** Metres over the surface between two places. */
export function distanceM(a: Place, b: Place): number {
  const [latA, latB] = [radians(a.latitudeE6), radians(b.latitudeE6)];
  const h = Math.sin((latB - latA) / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin(radians(b.longitudeE6 - a.longitudeE6) / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A distance as it is said: to ten metres below a kilometre, to a hundred below ten, in whole kilometres beyond. `metres` is never negative. */
export function roughDistance(metres: number): { readonly unit: 'm' | 'km'; readonly value: number } {
  const tens = Math.round(metres / 10) * 10;
  if (tens < 1_000) return { unit: 'm', value: Math.max(10, tens) };
  const km = Math.round(metres / 100) / 10;
  return { unit: 'km', value: km < 10 ? km : Math.round(metres / 1_000) };
}
