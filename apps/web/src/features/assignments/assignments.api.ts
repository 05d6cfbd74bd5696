import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Assignment = Schemas['AssignmentResponse'];
export type AssignmentDetail = Schemas['AssignmentDetailResponse'];
export type AssignmentListQuery = NonNullable<paths['/api/v1/assignments']['get']['parameters']['query']>;
export type PlanMany = Schemas['NewAssignmentsRequest'];
export type RowResults = Schemas['RowResultsResponse'];

export const assignmentListQuery = (query: AssignmentListQuery) => queryOptions({
  queryKey: ['help', 'assignments', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/assignments', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const assignmentQuery = (id: string) => queryOptions({
  queryKey: ['help', 'assignment', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/assignments/{id}', { params: { path: { id } }, signal })),
});

export function planMany(body: PlanMany): Promise<RowResults> {
  return call(api.POST('/api/v1/assignments', { body }));
}
export function actMany(body: Schemas['AssignmentActionsRequest']): Promise<RowResults> {
  return call(api.POST('/api/v1/assignments/actions', { body }));
}
export function decideMany(body: Schemas['DecisionsRequest']): Promise<RowResults> {
  return call(api.POST('/api/v1/assignments/decisions', { body }));
}
