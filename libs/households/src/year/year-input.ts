import { parseCaseId } from '#domain';
import { versionFrom } from '../household/expected-version.js';
import type { YearInput } from './household-year.service.js';
import type { YearRequest } from './year.dto.js';

/** Request → input of the service. A member id of another county can only be a stranger to the household. */
export function yearInput(body: YearRequest, ifMatch: string | undefined): YearInput {
  return {
    version: versionFrom(body.version, ifMatch),
    reason: body.reason,
    values: body.values,
    members: body.members?.map(({ memberId, values }) => ({ memberId: parseCaseId(memberId)?.id ?? memberId, values })),
  };
}
