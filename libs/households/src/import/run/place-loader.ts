import { Injectable } from '@nestjs/common';
import { codePath } from '#domain';
import { DivisionReader } from '#divisions';
import { PlaceIndex } from '../read/place-index.js';

/** Reads the divisions of a territory once per file. */
@Injectable()
export class PlaceLoader {
  constructor(private readonly divisions: DivisionReader) {}

  /** @param territory code of 2 to 12 digits */
  async load(territory: string): Promise<PlaceIndex> {
    const villages = await this.divisions.subtree(territory, 'village');
    const above = await this.divisions.names(codePath(territory));
    for (const level of ['prefecture', 'county', 'township'] as const) for (const node of await this.divisions.subtree(territory, level)) above.set(node.code, node.name);
    const only = territory.length === 12 ? territory : null;
    return new PlaceIndex(villages, above, only);
  }
}
