import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Project = Schemas['ProjectResponse'];
export type ProjectDetail = Schemas['ProjectDetailResponse'];
export type ProjectListQuery = NonNullable<paths['/api/v1/projects']['get']['parameters']['query']>;

export const projectCategories = ['INDUSTRY', 'RELOCATION', 'EMPLOYMENT', 'EDUCATION', 'HEALTH', 'SOCIAL_SECURITY', 'ECOLOGY', 'FINANCE', 'HOUSING', 'WATER', 'INFRASTRUCTURE', 'SOCIAL', 'OTHER'] as const;
export const projectNatures = ['CONSTRUCTION', 'HOUSEHOLD_SUBSIDY', 'SHARES', 'OTHER'] as const;

export const projectListQuery = (query: ProjectListQuery) => queryOptions({
  queryKey: ['help', 'projects', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/projects', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const projectQuery = (id: string) => queryOptions({
  queryKey: ['help', 'project', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/projects/{id}', { params: { path: { id } }, signal })),
});

export function propose(body: Schemas['NewProjectRequest']): Promise<ProjectDetail> {
  return call(api.POST('/api/v1/projects', { body }));
}

type Shown = Pick<ProjectDetail, 'id' | 'version'>;
const at = ({ id }: Shown) => ({ params: { path: { id } } });
/** Takes effect only on the version that is on the screen. */
const on = ({ id, version }: Shown) => ({ params: { path: { id }, header: { 'if-match': `"${version}"` } } });

/** What changes a project, each on the version that is on the screen. */
export const projectSteps = {
  edit: (shown: Shown, body: Schemas['ProjectChangeRequest']) => call(api.PATCH('/api/v1/projects/{id}', { ...on(shown), body })),
  act: (shown: Shown, body: Schemas['ProjectActionRequest']) => call(api.POST('/api/v1/projects/{id}/actions', { ...on(shown), body })),
  decide: (shown: Shown, body: Schemas['ProjectDecisionRequest']) => call(api.POST('/api/v1/projects/{id}/decisions', { ...on(shown), body })),
  progress: (shown: Shown, body: Schemas['ProgressRequest']) => call(api.POST('/api/v1/projects/{id}/progress', { ...on(shown), body })),
  spend: (shown: Shown, body: Schemas['NewExpenseRequest']) => call(api.POST('/api/v1/projects/{id}/expenses', { ...at(shown), body })),
  reverse: ({ id }: Shown, expenseId: string, reason: string) => call(api.POST('/api/v1/projects/{id}/expenses/{expenseId}/reversal', { params: { path: { id, expenseId } }, body: { reason } })),
} as const;
