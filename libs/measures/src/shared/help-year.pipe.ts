import { Injectable, type PipeTransform } from '@nestjs/common';
import { problem } from '#domain';

/** A year in the path, 2000 to 2100. Anything else is a record that does not exist. */
@Injectable()
export class HelpYearPipe implements PipeTransform<string | number, number> {
  transform(value: string | number): number {
    const text = String(value); // the global pipe may have made a number of it
    if (!/^20[0-9]{2}$|^2100$/.test(text)) throw problem('not-found');
    return Number(text);
  }
}
