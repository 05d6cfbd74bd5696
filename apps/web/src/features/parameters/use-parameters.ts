import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';

export type Parameter = components['schemas']['ParameterResponse'];
export type ParameterValue = components['schemas']['ParameterValueResponse'];

/** Every policy number with its values in force today. */
export function useParameters() {
  return useQuery({ queryKey: ['parameters'], queryFn: ({ signal }) => call(api.GET('/api/v1/parameters', { signal })) });
}

/** All records of a parameter, newest first. */
export const parameterHistoryQuery = (name: string) => queryOptions({
  queryKey: ['parameters', name, 'history'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/parameters/{name}/history', { params: { path: { name }, query: { limit: 200 } }, signal })),
});
