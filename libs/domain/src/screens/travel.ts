import { distanceM, type Place } from '../places/distance.js';

export interface PlacedVisit extends Place {
  readonly accuracyM: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface TravelLimits {
  readonly speedKmh: number;
  readonly minDistanceM: number;
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
