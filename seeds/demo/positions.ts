import { writeHousePosition } from '#domain';

/** Degrees north and east of the seats of counties, to a tenth: enough for invented houses to lie somewhere in their county. */
const seats = new Map(`
150124 39.9 111.7|150125 41.1 111.5|150222 41.0 110.1|150404 42.3 118.9|150421 43.9 120.1|150422 44.0 119.4|150423 43.5 118.7|150424 43.6 118.1|150425 43.3 117.5
150426 42.9 119.0|150428 41.9 118.7|150429 41.6 119.3|150430 42.3 119.9|150521 44.1 123.3|150522 43.0 122.4|150523 43.6 121.3|150524 42.7 121.8|150525 42.8 120.7
150526 44.6 120.9|150625 39.8 108.7|150721 48.1 123.5|150722 48.5 124.5|150723 50.6 123.7|150724 49.1 119.8|150726 48.2 118.3|150783 48.0 122.7|150821 41.1 108.3
150822 40.3 107.0|150823 40.7 108.7|150824 41.6 108.5|150826 40.9 107.2|150921 40.9 112.6|150922 41.9 114.0|150923 41.6 113.6|150924 40.9 113.8|150925 40.5 112.5
150926 40.8 113.2|150927 41.3 112.6|150928 41.4 113.2|150929 41.5 111.7|150981 40.4 113.1|152201 46.1 122.1|152202 47.2 119.9|152221 46.1 121.9|152222 45.1 121.5
152223 46.7 122.9|152224 45.4 121.6|152522 44.0 115.0|152523 43.9 113.7|152524 42.7 112.7|152527 41.9 115.3|152528 42.2 113.8|152529 42.3 115.0|152530 42.2 116.0
152531 42.2 116.5|152921 38.8 105.7|152922 39.2 101.7`.trim().split(/[|\n]/).map((line) => {
  const [code = '', north, east] = line.split(' ');
  return [code, { north: Number(north), east: Number(east) }] as const;
}));

/** Millionths of a degree that a village lies from the seat of its county, and a house from its village, at most. */
const VILLAGE_E6 = 100_000;
const HOUSE_E6 = 12_000;

/** FNV-1a of a text, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ letter.charCodeAt(0), 0x01000193);
  return value >>> 0;
}
const around = (text: string, most: number): number => (hash(text) % (2 * most + 1)) - most;

/**
 * An invented position for two houses of three; the others have not been noted. Drawn from nothing, so that the population stays
 * the one it was: the same village and person give the same place. Null for a county whose seat is not listed. `year`: of the noting.
 */
export function demoPosition(villageCode: string, person: string, year: number): string | null {
  const seat = seats.get(villageCode.slice(0, 6));
  if (!seat || hash(person) % 3 === 0) return null;
  return writeHousePosition({
    latitudeE6: Math.round(seat.north * 1e6) + around(`north ${villageCode}`, VILLAGE_E6) + around(`north ${person}`, HOUSE_E6),
    longitudeE6: Math.round(seat.east * 1e6) + around(`east ${villageCode}`, VILLAGE_E6) + around(`east ${person}`, HOUSE_E6),
    accuracyM: 5 + (hash(`near ${person}`) % 21), notedOn: `${year}-10-${String(10 + (hash(`day ${person}`) % 19))}`, source: 'phone',
  });
}
