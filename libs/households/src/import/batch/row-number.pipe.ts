import { Injectable, type PipeTransform } from '@nestjs/common';
import { problem } from '#domain';

/** A row of a file, from 1. Anything else is a row that does not exist. */
@Injectable()
export class RowNumberPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9][0-9]{0,6}$/.test(value)) throw problem('not-found');
    return Number(value);
  }
}
