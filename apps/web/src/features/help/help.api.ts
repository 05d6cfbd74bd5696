import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Entitlements = Schemas['HouseholdEntitlementsResponse'];
export type Entitlement = Schemas['EntitlementResponse'];

/** What the rules say a household is due, gets, lacks. */
export const entitlementsQuery = (id: string) => queryOptions({
  queryKey: ['help', 'household', id, 'entitlements'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/households/{id}/entitlements', { params: { path: { id } }, signal })),
});

export const householdPlansQuery = (id: string) => queryOptions({
  queryKey: ['help', 'household', id, 'plans'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/households/{id}/help-plans', { params: { path: { id } }, signal })),
});

export const householdAssignmentsQuery = (id: string) => queryOptions({
  queryKey: ['help', 'household', id, 'assignments'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/households/{id}/assignments', { params: { path: { id } }, signal })),
});

export const householdPaymentsQuery = (id: string) => queryOptions({
  queryKey: ['help', 'household', id, 'payments'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/households/{id}/payments', { params: { path: { id } }, signal })),
});
