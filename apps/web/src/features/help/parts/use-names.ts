import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from '../../../api/client.js';
import type { components } from '../../../api/generated/schema.js';
import { useLocalText } from '../../../i18n/use-language.js';
import type { Choice } from './items.js';

export type MeasureSummary = components['schemas']['MeasureSummary'];

/** The whole catalogue; some ninety measures that change when a version is published. */
export const allMeasuresQuery = queryOptions({
  queryKey: ['help', 'measures', 'all'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/measures', { params: { query: { limit: 200 } }, signal })),
  staleTime: 300_000,
});

export function useMeasures(): readonly MeasureSummary[] {
  return useQuery(allMeasuresQuery).data?.items ?? [];
}

/** Name of a measure by its code; the code while the name is not known. */
export function useMeasureName(): (code: string) => string {
  const local = useLocalText();
  const names = new Map(useMeasures().map(({ code, name }) => [code, local(name)]));
  return (code) => names.get(code) ?? code;
}

/** Measures of some levels to choose from. */
export function useMeasureChoices(levels: readonly MeasureSummary['level'][] = ['household', 'member']): Choice[] {
  const local = useLocalText();
  return useMeasures().filter(({ level }) => levels.includes(level)).map(({ code, name }) => ({ value: code, label: `${local(name)}（${code}）` }));
}
