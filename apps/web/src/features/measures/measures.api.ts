import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Measure = Schemas['MeasureResponse'];
export type MeasureVersion = Schemas['MeasureVersionResponse'];
export type MeasureAmount = Schemas['MeasureAmount'];
export type Simulation = Schemas['MeasureSimulationResponse'];
export type MeasureListQuery = NonNullable<paths['/api/v1/measures']['get']['parameters']['query']>;

export const measureListQuery = (query: MeasureListQuery) => queryOptions({
  queryKey: ['help', 'measures', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/measures', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const measureQuery = (code: string) => queryOptions({
  queryKey: ['help', 'measure', code],
  queryFn: ({ signal }) => call(api.GET('/api/v1/measures/{code}', { params: { path: { code } }, signal })),
});

/** What a candidate rule would change; the server writes nothing. */
export function simulate(code: string, body: Schemas['SimulateMeasureRequest']): Promise<Simulation> {
  return call(api.POST('/api/v1/measures/{code}/simulations', { params: { path: { code } }, body }));
}

export function publish(code: string, body: Schemas['PublishMeasureRequest']): Promise<MeasureVersion> {
  return call(api.POST('/api/v1/measures/{code}/versions', { params: { path: { code } }, body }));
}

/** The next version: as the one before but for rule, examples and the day from which it holds. */
export function nextVersion(current: MeasureVersion, change: Pick<Schemas['PublishMeasureRequest'], 'eligibility' | 'examples' | 'effectiveFrom' | 'seal'>): Schemas['PublishMeasureRequest'] {
  const { afterExit, amount, beneficiaries, delivery, funding, kind, level, moves, name, overlaps, period, receivedWhen, ruleNote } = current;
  const sources = current.sources.map(({ document, place }) => ({ document, place }));
  const kept = amount?.map((item) => ({ kind: item.kind, applies: item.applies, text: item.text, ...Object.fromEntries((['fen', 'per', 'term', 'value'] as const).flatMap((key) => (item[key] === null ? [] : [[key, item[key]]]))) })) ?? undefined;
  return { afterExit, beneficiaries, delivery, funding, kind, level, moves: { ...moves }, name, overlaps: overlaps.map((overlap) => ({ ...overlap })), period, receivedWhen, ruleNote, sources, ...(kept ? { amount: kept } : {}), ...change };
}
