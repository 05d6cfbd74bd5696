import { Injectable } from '@nestjs/common';
import { codePath, foldHeading, isColumnTarget, problem, uuidV7, type ColumnTarget, type LayoutId } from '#domain';
import { Db } from '#platform';
import type { MappingOf } from '../run/read-file.js';
import * as sql from './batch.queries.js';

/** Layout under which a mapping is kept when the file fits none. */
const ANY = '*';

/** Headings that people mapped by hand: kept for the next file of that layout, in their division and below it. */
@Injectable()
export class Mappings {
  constructor(private readonly db: Db) {}

  /** What was mapped before in this division and above it; choices for this very file go before all. */
  async known(division: string, own: Readonly<Record<string, ColumnTarget>>): Promise<MappingOf> {
    const rows = await this.db.query<{ layout: string; heading: string; target: ColumnTarget }>(sql.keptMappings, [codePath(division)]);
    return (layout) => new Map([
      ...rows.filter((row) => row.layout === ANY || row.layout === layout).map((row): [string, ColumnTarget] => [row.heading, row.target]),
      ...Object.entries(own),
    ]);
  }

  /** Checks choices of a person. Throws `import.mapping` for a target that is none. */
  check(chosen: Readonly<Record<string, string>>): Record<string, ColumnTarget> {
    return Object.fromEntries(Object.entries(chosen).map(([heading, target]) => {
      if (foldHeading(heading) === '' || heading.length > 200 || !isColumnTarget(target)) throw problem('import.mapping', { heading: heading.slice(0, 40), target: target.slice(0, 60) });
      return [foldHeading(heading), target];
    }));
  }

  async keep(division: string, layout: LayoutId | string | null, mapping: Readonly<Record<string, ColumnTarget>>): Promise<void> {
    for (const [heading, target] of Object.entries(mapping)) await this.db.query(sql.keepMapping, [uuidV7(), division, layout ?? ANY, heading, target]);
  }
}
