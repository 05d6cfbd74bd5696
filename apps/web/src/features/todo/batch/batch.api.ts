import { queryOptions, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '../../../api/client.js';
import type { components } from '../../../api/generated/schema.js';
import type { ApiProblem } from '../../../api/problem.js';
import { useRefreshAfterCase } from '../../cases/cases.api.js';

type Schemas = components['schemas'];
export type BatchItem = Schemas['BatchItemRequest'];
export type BatchRequest = Schemas['BatchAgreeRequest'];
export type BatchAnswer = Schemas['BatchResponse'];

const OPENED_SOON = 3_000;

/** Which cases are to be opened first. Asked again while some are missing: they are opened in another tab. */
export const sampleQuery = (items: BatchItem[]) => queryOptions({
  queryKey: ['batch-sample', items],
  queryFn: ({ signal }) => call(api.POST('/api/v1/cases/batch/sample', { body: { items }, signal })),
  refetchInterval: (query) => (query.state.data && query.state.data.opened.length < query.state.data.sampled.length ? OPENED_SOON : false),
  refetchOnWindowFocus: 'always' as const, staleTime: 0,
});

/** Cases that go in one request: an answer within seconds, and one sampled case in each. */
const TEN = 10;

/** Moves many cases, ten by ten; the answer says of each what became of it. `done` counts those that are answered. */
export function useBatch() {
  const refresh = useRefreshAfterCase();
  const [done, setDone] = useState(0);
  const batch = useMutation<BatchAnswer, ApiProblem, BatchRequest>({
    mutationFn: async ({ items, ...more }) => {
      const whole: BatchAnswer = { applied: 0, refused: 0, results: [] };
      for (let from = 0; from < items.length; from += TEN) {
        const answer = await call(api.POST('/api/v1/cases/batch', { body: { ...more, items: items.slice(from, from + TEN) } }));
        whole.applied += answer.applied;
        whole.refused += answer.refused;
        whole.results.push(...answer.results);
        setDone(whole.results.length);
      }
      return whole;
    },
    onSuccess: () => void refresh(),
  });
  return { ...batch, done };
}
