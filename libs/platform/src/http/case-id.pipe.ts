import { Injectable, type PipeTransform } from '@nestjs/common';
import { parseCaseId, problem, type CaseId } from '#domain';

/** `150221-0190…` → `{countyCode, id}`. Anything else is a row that does not exist. */
@Injectable()
export class CaseIdPipe implements PipeTransform<string, CaseId> {
  transform(value: string): CaseId {
    const found = parseCaseId(value);
    if (!found) throw problem('not-found');
    return found;
  }
}
