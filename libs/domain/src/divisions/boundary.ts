/** Most characters of a county's boundaries as JSON: a page has to load it. */
export const MAX_BOUNDARY_CHARACTERS = 300_000;

/** Longitude and latitude (WGS-84 or GCJ-02) between which China lies. */
const LONGITUDE = [73, 136] as const;
const LATITUDE = [3, 54] as const;

export type BoundaryFault = 'not-geojson' | 'too-large' | 'no-code' | 'foreign-code' | 'repeated-code' | 'outside' | 'approval-number';

/** Approval number of a map (审图号): GS（2019）1822号, 蒙S(2023)027号. */
const APPROVAL = /^(?:GS|\p{Script=Han}{1,3}S)[（(〔[]\d{4}[）)〕\]]\d{1,5}号$/u;

export function isApprovalNumber(text: string): boolean {
  return APPROVAL.test(text);
}

export interface BoundaryCheck {
  readonly codes: readonly string[];
  readonly faults: readonly { readonly fault: BoundaryFault; readonly at: string }[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether a GeoJSON document holds the areas of a county: polygons only, each with the code of a township or village of the
 * county in `properties.code`, every code once, every corner in China. Which codes exist is asked of the tree.
 */
export function checkBoundary(geojson: unknown, county: string): BoundaryCheck {
  const faults: { fault: BoundaryFault; at: string }[] = [];
  const features = isRecord(geojson) && geojson['type'] === 'FeatureCollection' && Array.isArray(geojson['features']) ? (geojson['features'] as unknown[]) : null;
  if (!features || features.length === 0) return { codes: [], faults: [{ fault: 'not-geojson', at: '$' }] };
  if (JSON.stringify(geojson).length > MAX_BOUNDARY_CHARACTERS) faults.push({ fault: 'too-large', at: '$' });
  const codes: string[] = [];
  features.forEach((feature, index) => {
    const at = `$.features[${index}]`;
    const code = isRecord(feature) && isRecord(feature['properties']) ? feature['properties']['code'] : undefined;
    if (typeof code !== 'string') faults.push({ fault: 'no-code', at });
    else if (!/^(?:[0-9]{9}|[0-9]{12})$/.test(code) || !code.startsWith(county)) faults.push({ fault: 'foreign-code', at: code });
    else if (codes.includes(code)) faults.push({ fault: 'repeated-code', at: code });
    else codes.push(code);
    const shape = isRecord(feature) ? feature['geometry'] : undefined;
    if (!isRecord(shape) || (shape['type'] !== 'Polygon' && shape['type'] !== 'MultiPolygon')) faults.push({ fault: 'not-geojson', at });
    else if (!cornersIn(shape['coordinates'])) faults.push({ fault: 'outside', at });
  });
  return { codes, faults };
}

/** True when everything below is a list of corners inside the bounds, and there is at least one. */
function cornersIn(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  const [first, second] = value as unknown[];
  if (typeof first !== 'number') return value.every(cornersIn);
  return typeof second === 'number' && first >= LONGITUDE[0] && first <= LONGITUDE[1] && second >= LATITUDE[0] && second <= LATITUDE[1];
}
