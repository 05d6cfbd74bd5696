import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import type { ApiProblem } from '../../api/problem.js';

export type Holiday = components['schemas']['HolidayResponse'];

export const holidaysQuery = (year: number) => queryOptions({
  queryKey: ['holidays', year],
  queryFn: ({ signal }) => call(api.GET('/api/v1/holidays', { params: { query: { year } }, signal })),
});

/** Enters or corrects a day, or takes it back; the clocks of notices in working days follow at once. */
export function useHolidayStep(onDone: () => void) {
  const client = useQueryClient();
  return useMutation<unknown, ApiProblem, Holiday | { readonly removed: string }>({
    mutationFn: (step) => ('removed' in step
      ? call(api.DELETE('/api/v1/holidays/{day}', { params: { path: { day: step.removed } } }))
      : call(api.PUT('/api/v1/holidays/{day}', { params: { path: { day: step.day } }, body: { kind: step.kind, name: step.name, source: step.source } }))),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['holidays'] });
      onDone();
    },
  });
}
