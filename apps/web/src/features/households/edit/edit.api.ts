import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../../api/client.js';
import type { components } from '../../../api/generated/schema.js';
import type { ApiProblem } from '../../../api/problem.js';

type Schemas = components['schemas'];
export type Values = Record<string, unknown>;

/** Only what was changed; a value that was shown masked and not touched is not sent back. */
export function changesOf(before: Values, after: Values): Values {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(before[key] ?? null)));
}

/** The version that was read, where the document asks for it in the head of the request. */
const read = (version: number | undefined) => ({ 'if-match': version === undefined ? '' : `"${version}"` });

/** Saves one change of a household and reads everything about it anew. */
export function useHouseholdChange<Input>(save: (input: Input) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation<unknown, ApiProblem, Input>({
    mutationFn: save,
    onSuccess: async () => {
      onDone();
      await Promise.all(['household', 'households', 'verdict', 'villages'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}

export const correctHousehold = (id: string, body: Schemas['CorrectionRequest']) => call(api.PATCH('/api/v1/households/{id}', { params: { path: { id }, header: read(body.version) }, body }));
export const correctMember = (id: string, memberId: string, body: Schemas['CorrectionRequest']) => call(api.PATCH('/api/v1/households/{id}/members/{memberId}', { params: { path: { id, memberId }, header: read(body.version) }, body }));
export const registerEvent = (id: string, body: Schemas['LifeEventRequest']) => call(api.POST('/api/v1/households/{id}/events', { params: { path: { id }, header: read(body.version) }, body }));
export const registerHousehold = (body: Schemas['NewHouseholdRequest']) => call(api.POST('/api/v1/households', { body }));
export const recordYear = (id: string, year: number, body: Schemas['YearRequest']) => call(api.PUT('/api/v1/households/{id}/years/{year}', { params: { path: { id, year }, header: read(body.version) }, body }));
export const recordComparison = (id: string, year: number, body: Schemas['ComparisonRequest']) => call(api.PUT('/api/v1/household-comparisons/{id}/{year}', { params: { path: { id, year } }, body }));
