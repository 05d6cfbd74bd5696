import { checkBoundary, isApprovalNumber } from './boundary.js';

const square = [[[111, 40], [111.1, 40], [111.1, 40.1], [111, 40]]];
const area = (code: unknown, geometry: unknown = { type: 'Polygon', coordinates: square }) => ({ type: 'Feature', properties: { code }, geometry });
const file = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const faultsOf = (document: unknown) => checkBoundary(document, '150221').faults.map(({ fault }) => fault);

describe('boundaries of a county', () => {
  it('are taken with a code of the county for every area', () => {
    expect(checkBoundary(file(area('150221100'), area('150221101', { type: 'MultiPolygon', coordinates: [square] })), '150221')).toEqual({ codes: ['150221100', '150221101'], faults: [] });
  });

  it.each([
    ['is no GeoJSON', { type: 'Feature' }, 'not-geojson'],
    ['holds nothing', file(), 'not-geojson'],
    ['has an area without a code', file(area(undefined)), 'no-code'],
    ['has an area of another county', file(area('150222100')), 'foreign-code'],
    ['has the county itself instead of its parts', file(area('150221')), 'foreign-code'],
    ['names an area twice', file(area('150221100'), area('150221100')), 'repeated-code'],
    ['has a corner elsewhere', file(area('150221100', { type: 'Polygon', coordinates: [[[11, 40], [12, 41]]] })), 'outside'],
    ['has latitude and longitude the wrong way round', file(area('150221100', { type: 'Polygon', coordinates: [[[40, 111], [41, 112]]] })), 'outside'],
    ['has lines', file(area('150221100', { type: 'LineString', coordinates: [[111, 40]] })), 'not-geojson'],
    ['is larger than a page should load', file(area('150221100', { type: 'Polygon', coordinates: [Array.from({ length: 30_000 }, () => [111.123456, 40.123456])] })), 'too-large'],
  ])('are refused when the file %s', (_, document, fault) => {
    expect(faultsOf(document)).toContain(fault);
  });

  it.each(['GS(2019)1822号', 'GS（2024）0650号', '蒙S(2023)027号', '内蒙古S〔2023〕27号'])('carry an approval number such as %s', (text) => {
    expect(isApprovalNumber(text)).toBe(true);
  });

  it.each(['', '无', 'GS2019', '审图号', 'S(2019)12号'])('are not shown under “%s”', (text) => {
    expect(isApprovalNumber(text)).toBe(false);
  });
});
