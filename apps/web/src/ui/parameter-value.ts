import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../api/client.js';

/** Number of a parameter in force today, in the unit of its type; null while nobody has set it. */
export const parameterQuery = (name: 'clue_decision_days' | 'exit_village_incidence' | 'exit_county_incidence') => queryOptions({
  queryKey: ['parameters', name, 'effective'],
  queryFn: async ({ signal }) => (await call(api.GET('/api/v1/parameters/{name}/effective', { params: { path: { name } }, signal }))).value,
});
