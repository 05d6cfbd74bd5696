import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { api, call } from '../../../api/client.js';
import type { components, paths } from '../../../api/generated/schema.js';
import type { ApiProblem } from '../../../api/problem.js';

export type AuditEntry = components['schemas']['AuditEntryResponse'];
export type AuditReport = components['schemas']['AuditReportResponse'];
type AuditQuery = NonNullable<paths['/api/v1/audit']['get']['parameters']['query']>;

export const auditQuery = (query: AuditQuery) => queryOptions({
  queryKey: ['audit', query], queryFn: ({ signal }) => call(api.GET('/api/v1/audit', { params: { query }, signal })), placeholderData: keepPreviousData,
});

export function useVerify() {
  return useMutation<AuditReport, ApiProblem>({ mutationFn: () => call(api.POST('/api/v1/audit/verifications')) });
}
