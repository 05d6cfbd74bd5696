import { isCalendarDate } from '../time/calendar-date.js';
import type { Place } from './distance.js';

/** How the position of a house was noted: at the house by the phone, taken over from a visit, or typed in. */
export const positionSources = {
  phone: { zh: '手机定位', en: 'noted by phone' },
  visit: { zh: '走访定位', en: 'from a visit' },
  typed: { zh: '手工填写', en: 'typed' },
} as const;
export type PositionSource = keyof typeof positionSources;

/** Where a house stands (住宅位置). It says nothing of who noted it: a position of a house is no trace of a person. */
export interface HousePosition extends Place {
  /** Metres within which it lies; null when nobody measured it. */
  readonly accuracyM: number | null;
  /** Day on which it was noted, 'YYYY-MM-DD'; the hour is kept nowhere. */
  readonly notedOn: string | null;
  readonly source: PositionSource;
}

const WRITTEN = /^geo:(-?\d{1,2}\.\d{6}),(-?\d{1,3}\.\d{6})(?:;u=(\d{1,6}))?(?:;on=(\d{4}-\d{2}-\d{2}))?;by=(phone|visit|typed)$/;
const TYPED = /^(-?\d{1,3}(?:\.\d{1,15})?)°?[NＮ]?\s*[,，、;；\s]\s*(-?\d{1,3}(?:\.\d{1,15})?)°?[EＥ]?$/i;
const degrees = (e6: number): string => `${e6 < 0 ? '-' : ''}${Math.trunc(Math.abs(e6) / 1e6)}.${String(Math.abs(e6) % 1e6).padStart(6, '0')}`;
const inRange = ({ latitudeE6, longitudeE6 }: Place): boolean => Math.abs(latitudeE6) <= 90_000_000 && Math.abs(longitudeE6) <= 180_000_000;

/**
 * The one way a position of a house is written: `geo:44.123456,115.123456;u=12;on=2026-11-23;by=phone`, a geo URI (RFC 5870, its
 * coordinates are WGS-84, `u` metres) with the day and the way it was noted. One value, so that a correction takes it whole.
 */
export function writeHousePosition({ latitudeE6, longitudeE6, accuracyM, notedOn, source }: HousePosition): string {
  return `geo:${degrees(latitudeE6)},${degrees(longitudeE6)}${accuracyM === null ? '' : `;u=${accuracyM}`}${notedOn === null ? '' : `;on=${notedOn}`};by=${source}`;
}

/** Reads what {@link writeHousePosition} wrote; null for anything else. */
export function readHousePosition(value: unknown): HousePosition | null {
  const [, latitude, longitude, accuracy, on, by] = typeof value === 'string' ? (WRITTEN.exec(value) ?? []) : [];
  if (latitude === undefined || longitude === undefined || by === undefined || (on !== undefined && !isCalendarDate(on))) return null;
  const position = { latitudeE6: Math.round(Number(latitude) * 1e6), longitudeE6: Math.round(Number(longitude) * 1e6), accuracyM: accuracy === undefined ? null : Number(accuracy), notedOn: on ?? null, source: by as PositionSource };
  return inRange(position) ? position : null;
}

/** Degrees as people type them, "44.1234, 115.1234", latitude first; null when it is no place on earth. `on`: the day of typing. */
export function typedHousePosition(text: string, on: string | null): HousePosition | null {
  const [, latitude, longitude] = TYPED.exec(text.trim()) ?? [];
  if (latitude === undefined || longitude === undefined) return null;
  const position = { latitudeE6: Math.round(Number(latitude) * 1e6), longitudeE6: Math.round(Number(longitude) * 1e6), accuracyM: null, notedOn: on, source: 'typed' as const };
  return inRange(position) ? position : null;
}

/** Degrees to be shown or typed again: `44.123456, 115.123456`. */
export const degreesText = ({ latitudeE6, longitudeE6 }: Place): string => `${degrees(latitudeE6)}, ${degrees(longitudeE6)}`;

/** A recorded position in words; what cannot be read is returned as it stands. */
export function housePositionText(value: unknown, language: 'zh' | 'en' = 'zh'): string {
  const position = readHousePosition(value);
  if (!position) return String(value);
  const { latitudeE6: lat, longitudeE6: lon, accuracyM, notedOn, source } = position;
  const [y, x] = [degrees(Math.abs(lat)), degrees(Math.abs(lon))];
  if (language === 'en') return `${y}° ${lat < 0 ? 'S' : 'N'}, ${x}° ${lon < 0 ? 'W' : 'E'} (${[accuracyM === null ? '' : `±${accuracyM} m`, positionSources[source].en, notedOn ?? ''].filter(Boolean).join(', ')})`;
  return `${lat < 0 ? '南纬' : '北纬'}${y}°，${lon < 0 ? '西经' : '东经'}${x}°（${[accuracyM === null ? '' : `±${accuracyM} 米`, notedOn ?? '', positionSources[source].zh].filter(Boolean).join('，')}）`;
}

/** Link that the phone's own map opens, with or without a network; no map of ours and no foreign host. */
export const mapLink = (place: Place): string => `geo:${degreesText(place).replace(' ', '')}?q=${degreesText(place).replace(' ', '')}`;

/** 北纬37°24′–53°23′, 东经97°12′–126°04′: the outermost points of Inner Mongolia as the region's government states them. */
const region = { south: 37_400_000, north: 53_383_334, west: 97_200_000, east: 126_066_667 };

/** Whether a place cannot lie in the region. Worth a question before it is saved, never a refusal. */
export function isOutsideRegion({ latitudeE6, longitudeE6 }: Place): boolean {
  return latitudeE6 < region.south || latitudeE6 > region.north || longitudeE6 < region.west || longitudeE6 > region.east;
}
