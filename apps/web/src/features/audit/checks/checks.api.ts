import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../../api/client.js';
import type { components, paths } from '../../../api/generated/schema.js';
import type { ApiProblem } from '../../../api/problem.js';

type Schemas = components['schemas'];
export type Check = Schemas['CheckResponse'];
export type CheckDetail = Schemas['CheckDetailResponse'];
export type CheckVersion = Schemas['CheckVersionResponse'];
export type CheckRun = Schemas['CheckRunDetail'];
export type CheckResult = Schemas['CheckResultResponse'];
export type Hit = Schemas['HitResponse'];
export type Verdict = Schemas['CheckVerdictRequest']['verdict'];
export type HitQuery = NonNullable<paths['/api/v1/checks/{code}/hits']['get']['parameters']['query']>;

export const isRunning = (run: Pick<CheckRun, 'state'>) => run.state === 'queued' || run.state === 'running';

export const checkListQuery = (division: string | undefined) => queryOptions({
  queryKey: ['checks', 'list', division ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/checks', { params: { query: { division } }, signal })),
  placeholderData: keepPreviousData,
});

export const checkQuery = (code: string, division: string | undefined) => queryOptions({
  queryKey: ['checks', code, 'detail', division ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/checks/{code}', { params: { path: { code }, query: { division } }, signal })),
});

export const hitsQuery = (code: string, query: HitQuery) => queryOptions({
  queryKey: ['checks', code, 'hits', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/checks/{code}/hits', { params: { path: { code }, query }, signal })),
  placeholderData: keepPreviousData,
});

export const runsQuery = (cursor: string | undefined) => queryOptions({
  queryKey: ['check-runs', 'list', cursor ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/check-runs', { params: { query: { cursor, limit: 10 } }, signal })),
  placeholderData: keepPreviousData,
});

export const runQuery = (id: string) => queryOptions({
  queryKey: ['check-runs', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/check-runs/{id}', { params: { path: { id } }, signal })),
  refetchInterval: (query) => (query.state.data && isRunning(query.state.data) ? 1_000 : false),
});

export interface RunOrder {
  division: string;
  /** Null for all of them. */
  codes: string[] | null;
  year?: number | undefined;
}

export function useStartRun() {
  const client = useQueryClient();
  return useMutation<Schemas['CheckRunResponse'], ApiProblem, RunOrder>({
    mutationFn: ({ division, codes, year }) => call(api.POST('/api/v1/check-runs', { body: { division, year, all: codes === null, ...(codes === null ? {} : { codes }) } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['check-runs'] }),
  });
}

export function useCancelRun(id: string) {
  const client = useQueryClient();
  return useMutation<CheckRun, ApiProblem>({
    mutationFn: () => call(api.POST('/api/v1/check-runs/{id}/cancel', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['check-runs'] }),
  });
}

/** One after the other, so that a refusal says how far it came. */
export function useJudge(onEach: (done: number) => void) {
  const client = useQueryClient();
  return useMutation<void, ApiProblem, { hits: readonly string[]; verdict: Verdict; reason: string }>({
    mutationFn: async ({ hits, verdict, reason }) => {
      for (const [index, id] of hits.entries()) {
        await call(api.POST('/api/v1/hits/{id}/verdict', { params: { path: { id } }, body: { verdict, reason } }));
        onEach(index + 1);
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['checks'] }),
  });
}

export function useSetParameters(code: string) {
  const client = useQueryClient();
  return useMutation<CheckVersion, ApiProblem, Schemas['CheckParametersRequest']>({
    mutationFn: (body) => call(api.POST('/api/v1/checks/{code}/parameters', { params: { path: { code } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['checks'] }),
  });
}

export function useSimulateCheck(code: string) {
  return useMutation<Schemas['CheckSimulationResponse'], ApiProblem, Schemas['CheckSimulationRequest']>({
    mutationFn: (body) => call(api.POST('/api/v1/checks/{code}/simulations', { params: { path: { code } }, body })),
  });
}

export function usePublishCheck(code: string) {
  const client = useQueryClient();
  return useMutation<CheckVersion, ApiProblem, Schemas['PublishCheckRequest']>({
    mutationFn: (body) => call(api.POST('/api/v1/checks/{code}/versions', { params: { path: { code } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['checks'] }),
  });
}
