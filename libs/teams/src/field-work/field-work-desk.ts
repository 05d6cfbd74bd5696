import { Injectable } from '@nestjs/common';
import { problem } from '#domain';
import type { Page } from '#platform';
import { FieldWorkReader, type FieldWorkReport, type MissingFilter } from './field-work-reader.js';
import type { MissingRow } from './field-work.queries.js';

/** What the pages ask: a place outside the territory is a place that is not there. */
@Injectable()
export class FieldWorkDesk {
  constructor(private readonly reader: FieldWorkReader) {}

  /** @throws `not-found` */
  async village(code: string, year?: number): Promise<FieldWorkReport> {
    if (!/^[0-9]{12}$/.test(code)) throw problem('not-found');
    return this.division(code, year);
  }

  /** @throws `not-found` */
  async division(code: string | undefined, year?: number): Promise<FieldWorkReport> {
    const report = await this.reader.report(code, year);
    if (!report) throw problem('not-found');
    return report;
  }

  missing(filter: MissingFilter): Promise<Page<MissingRow>> {
    return this.reader.missing(filter);
  }
}
