export interface PlacedVisit {
  /** Degrees × 1,000,000. */
  readonly latitudeE6: number;
  readonly longitudeE6: number;
  readonly accuracyM: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface TravelLimits {
  readonly speedKmh: number;
  readonly minDistanceM: number;
}

const EARTH_M = 6_371_008.8;
const radians = (e6: number): number => (e6 / 1e6) * (Math.PI / 180);

/** Metres over the surface between two places. */
export function distanceM(a: Pick<PlacedVisit, 'latitudeE6' | 'longitudeE6'>, b: Pick<PlacedVisit, 'latitudeE6' | 'longitudeE6'>): number {
  const [latA, latB] = [radians(a.latitudeE6), radians(b.latitudeE6)];
  const h = Math.sin((latB - latA) / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin(radians(b.longitudeE6 - a.longitudeE6) / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

export interface Journey {
  /** Metres that lie between the two at least, both inaccuracies taken off. */
  readonly leastM: number;
  readonly seconds: number;
  /** Speed that it would have taken at least; null when no time lies between. */
  readonly kmh: number | null;
  readonly impossible: boolean;
}

/** Whether one could have come from one visit to the other in the time between. */
export function journeyBetween(a: PlacedVisit, b: PlacedVisit, { speedKmh, minDistanceM }: TravelLimits): Journey {
  const leastM = Math.max(0, distanceM(a, b) - a.accuracyM - b.accuracyM);
  const seconds = Math.abs(b.at - a.at) / 1000;
  const kmh = seconds === 0 ? null : (leastM / seconds) * 3.6;
  return { leastM, seconds, kmh, impossible: leastM >= minDistanceM && leastM > 0 && (kmh === null || kmh > speedKmh) };
}
