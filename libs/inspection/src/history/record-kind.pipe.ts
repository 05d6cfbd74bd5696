import { Injectable, type PipeTransform } from '@nestjs/common';
import { problem, recordKinds, type RecordKind } from '#domain';

/** A kind of record that has a history; anything else is a page that does not exist. */
@Injectable()
export class RecordKindPipe implements PipeTransform<string, RecordKind> {
  transform(value: string): RecordKind {
    if (!Object.hasOwn(recordKinds, value)) throw problem('not-found');
    return value as RecordKind;
  }
}
