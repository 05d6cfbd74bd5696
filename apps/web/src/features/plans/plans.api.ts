import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type HelpPlan = Schemas['HelpPlanResponse'];
export type HelpPlanDetail = Schemas['HelpPlanDetailResponse'];
export type PlanItem = Schemas['PlanItemRequest'];
export type PlanListQuery = NonNullable<paths['/api/v1/help-plans']['get']['parameters']['query']>;

export const planListQuery = (query: PlanListQuery) => queryOptions({
  queryKey: ['help', 'plans', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/help-plans', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const planQuery = (id: string) => queryOptions({
  queryKey: ['help', 'plan', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/help-plans/{id}', { params: { path: { id } }, signal })),
});

export function draftPlan(body: Schemas['NewPlanRequest']): Promise<HelpPlanDetail> {
  return call(api.POST('/api/v1/help-plans', { body }));
}

type Shown = Pick<HelpPlanDetail, 'id' | 'version'>;
const at = ({ id }: Shown) => ({ params: { path: { id } } });
/** Takes effect only on the version that is on the screen. */
const on = ({ id, version }: Shown) => ({ params: { path: { id }, header: { 'if-match': `"${version}"` } } });

/** The steps of a plan, each on the version that is on the screen. */
export const planSteps = {
  edit: (shown: Shown, body: Schemas['PlanEditRequest']) => call(api.PUT('/api/v1/help-plans/{id}', { ...on(shown), body })),
  agree: (shown: Shown, signatureRef: string) => call(api.POST('/api/v1/help-plans/{id}/agreement', { ...on(shown), body: { signatureRef } })),
  confirm: (shown: Shown) => call(api.POST('/api/v1/help-plans/{id}/confirmation', { ...on(shown), body: {} })),
  return: (shown: Shown, reason: string) => call(api.POST('/api/v1/help-plans/{id}/return', { ...on(shown), body: { reason } })),
  revise: (shown: Shown) => call(api.POST('/api/v1/help-plans/{id}/revisions', at(shown))),
  assign: (shown: Shown) => call(api.POST('/api/v1/help-plans/{id}/assignments', at(shown))),
} as const;
