import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../../api/client.js';
import type { components } from '../../../api/generated/schema.js';
import type { ApiProblem } from '../../../api/problem.js';

type Schemas = components['schemas'];
export type Assessment = Schemas['AssessmentRequest'];
export type YearChange = Schemas['VillageYearRequest'];

/** Writes about a village or county; verdicts are computed anew. */
export function useAreaChange<Input>(save: (input: Input) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation<unknown, ApiProblem, Input>({
    mutationFn: save,
    onSuccess: async () => {
      onDone();
      await Promise.all(['verdict', 'villages', 'year-record', 'assessments'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}

export const recordAreaYear = (code: string, year: number, body: YearChange): Promise<unknown> => (code.length === 12
  ? call(api.PUT('/api/v1/village-years/{code}/{year}', { params: { path: { code, year } }, body }))
  : call(api.PUT('/api/v1/county-years/{code}/{year}', { params: { path: { code, year } }, body })));
export const recordAssessment = (code: string, body: Assessment): Promise<unknown> => call(api.POST('/api/v1/counties/{code}/assessments', { params: { path: { code } }, body }));
