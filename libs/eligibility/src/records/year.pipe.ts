import { Injectable, type PipeTransform } from '@nestjs/common';
import { problem } from '#domain';
import { FIRST_YEAR, LAST_YEAR } from '../shared.dto.js';

/** A year in a path. Throws `year.out-of-range`. */
@Injectable()
export class YearPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    const year = /^\d{4}$/.test(value) ? Number(value) : 0;
    if (year < FIRST_YEAR || year > LAST_YEAR) throw problem('year.out-of-range', { min: FIRST_YEAR, max: LAST_YEAR });
    return year;
  }
}
