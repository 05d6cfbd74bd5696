import { validateFields } from '../fields/validate.js';
import { distanceM, roughDistance } from './distance.js';
import { housePositionText, isOutsideRegion, mapLink, readHousePosition, typedHousePosition, writeHousePosition, type HousePosition } from './house-position.js';

const house: HousePosition = { latitudeE6: 44_123_456, longitudeE6: 115_003_050, accuracyM: 12, notedOn: '2026-11-23', source: 'phone' };
const written = 'geo:44.123456,115.003050;u=12;on=2026-11-23;by=phone';

describe('the position of a house', () => {
  it('is written in one way and read back as it was', () => {
    expect(writeHousePosition(house)).toBe(written);
    expect(readHousePosition(written)).toEqual(house);
    const bare: HousePosition = { latitudeE6: -999_999, longitudeE6: -1_000_000, accuracyM: null, notedOn: null, source: 'typed' };
    expect(writeHousePosition(bare)).toBe('geo:-0.999999,-1.000000;by=typed');
    expect(readHousePosition(writeHousePosition(bare))).toEqual(bare);
  });

  it.each(['', 'geo:44.1,115.1', 'geo:91.000000,115.000000;by=phone', 'geo:44.000000,180.000001;by=phone', 'geo:44.000000,115.000000;on=2026-02-30;by=phone', 'geo:44.000000,115.000000;by=spy', ` ${written}`, 44, null])('is nothing else: %p', (value) => {
    expect(readHousePosition(value)).toBeNull();
  });

  it('may be typed as degrees, latitude first', () => {
    for (const text of ['44.1234, 115.5', ' 44.1234，115.5 ', '44.1234 115.5', '44.1234°N, 115.5°E']) expect(typedHousePosition(text, '2026-11-23')).toEqual({ latitudeE6: 44_123_400, longitudeE6: 115_500_000, accuracyM: null, notedOn: '2026-11-23', source: 'typed' });
    for (const text of ['115.5, 44.1234', '44.1234', '四十四, 115', '44.1,115.5,3', '44.1.2, 115']) expect([text, typedHousePosition(text, null)]).toEqual([text, null]);
  });

  it('is checked like every other field: one form is kept, no place on earth is refused, and it may be taken away', () => {
    const check = (housePosition: unknown) => validateFields('household', { housePosition }, { partial: true });
    expect(check(written)).toEqual({ values: { housePosition: written }, faults: [] });
    expect(check('44.1234, 115.5').values).toEqual({ housePosition: 'geo:44.123400,115.500000;by=typed' });
    expect([check(null).values, check(' ').values]).toEqual([{ housePosition: null }, { housePosition: null }]);
    for (const value of ['90.1, 115', '44, 181', 'geo:44,115', 'x'.repeat(200), 44.1, [44, 115]]) expect(check(value).faults.map(({ fault }) => fault)).toEqual(['position']);
  });

  it('reads as words, and a place that cannot lie in the region is noticed', () => {
    expect(housePositionText(written)).toBe('北纬44.123456°，东经115.003050°（±12 米，2026-11-23，手机定位）');
    expect(housePositionText('geo:-1.000000,-2.500000;by=typed', 'en')).toBe('1.000000° S, 2.500000° W (typed)');
    expect(housePositionText('somewhere')).toBe('somewhere');
    expect(mapLink(house)).toBe('geo:44.123456,115.003050?q=44.123456,115.003050');
    expect(isOutsideRegion(house)).toBe(false);
    expect([{ latitudeE6: 0, longitudeE6: 0 }, { latitudeE6: 31_230_000, longitudeE6: 121_470_000 }, { latitudeE6: 44_000_000, longitudeE6: 97_000_000 }].map(isOutsideRegion)).toEqual([true, true, true]);
  });
});

describe('how far it is', () => {
  it('is said as roughly as it is known', () => {
    expect([3, 346, 994, 995, 1_234, 9_949, 9_951, 23_400].map((metres) => Object.values(roughDistance(metres)).join(' '))).toEqual(['m 10', 'm 350', 'm 990', 'km 1', 'km 1.2', 'km 9.9', 'km 10', 'km 23']);
  });

  it('is measured over the surface', () => {
    expect(distanceM({ latitudeE6: 41_000_000, longitudeE6: 111_000_000 }, { latitudeE6: 41_003_147, longitudeE6: 111_000_000 })).toBeCloseTo(349.93, 1);
    expect(distanceM(house, house)).toBe(0);
  });
});
