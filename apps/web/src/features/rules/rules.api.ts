import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';

export type RuleVersion = components['schemas']['RuleVersionResponse'];

/** Newest version of every rule. */
export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/rules', { signal })),
  staleTime: 300_000,
});

export const ruleVersionsQuery = (code: string) => queryOptions({
  queryKey: ['rules', code],
  queryFn: ({ signal }) => call(api.GET('/api/v1/rules/{code}/versions', { params: { path: { code } }, signal })),
});
