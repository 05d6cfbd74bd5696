import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { csvRows, parseDivisions, parsePovertyCounties, stockCategories } from '#divisions';
import type { ParameterSeed, PublishedFigures, ReferenceData, StockCategory, StockCounty, StockLevel } from '#divisions';

/** Reads the vendored reference files. `root` is the repository or installation folder. */
export function loadReference(root: string = process.cwd()): ReferenceData {
  const folder = path.join(root, 'seeds', 'reference');
  const { divisions, source } = parseDivisions(gunzipSync(readFileSync(path.join(folder, 'divisions-2023.tsv.gz'))).toString('utf8'));
  const holidays = JSON.parse(readFileSync(path.join(folder, 'holidays.json'), 'utf8')) as { days: ReferenceData['holidays'] };
  return {
    divisions,
    divisionSource: source,
    povertyCounties: parsePovertyCounties(readFileSync(path.join(folder, 'poverty-counties.csv'), 'utf8')),
    parameters: JSON.parse(readFileSync(path.join(folder, 'parameters.json'), 'utf8')) as ParameterSeed[],
    holidays: holidays.days,
  };
}

/** Reads the published figures and the end-2016 stock by county. */
export function loadPublished(root: string = process.cwd()): { figures: PublishedFigures; stock: StockCounty[] } {
  const folder = path.join(root, 'seeds', 'reference', 'published');
  const figures = JSON.parse(readFileSync(path.join(folder, 'figures.json'), 'utf8')) as PublishedFigures;
  const rows = csvRows(readFileSync(path.join(folder, 'end-2016-registered.csv'), 'utf8'));
  return { figures, stock: rows.map(stockCounty) };
}

function stockCounty(row: Record<string, string>): StockCounty {
  const categories = Object.fromEntries(stockCategories.map((name) => [name, Number(row[name])])) as Record<StockCategory, number>;
  return { countyCode: row['county_code'] ?? '', level: row['level'] as StockLevel, persons: Number(row['registered_pop_end2016']), categories };
}
