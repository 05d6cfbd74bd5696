import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import type { ApiProblem } from '../../api/problem.js';

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

export type SimulationQuestion = components['schemas']['SimulateRequest'];

/** Whom another rule would change; writes nothing. */
export function useSimulation() {
  return useMutation<components['schemas']['SimulationResponse'], ApiProblem, Omit<SimulationQuestion, 'limit'> & { limit: number }>({
    mutationFn: (body) => call(api.POST('/api/v1/simulations', { body })),
  });
}

/** Publishes a version; verdicts follow within a minute. */
export function usePublishRule(code: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation<RuleVersion, ApiProblem, components['schemas']['PublishRuleRequest']>({
    mutationFn: (body) => call(api.POST('/api/v1/rules/{code}/versions', { params: { path: { code } }, body })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rules'] });
      onDone();
    },
  });
}
