import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUuid, problem } from '#domain';

/** A part of a row that is named in the path already; anything but a UUID does not exist. */
@Injectable()
export class MemberIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw problem('not-found');
    return value;
  }
}
