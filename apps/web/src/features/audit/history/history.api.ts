import { queryOptions } from '@tanstack/react-query';
import type { RecordKind } from '#domain';
import { api, call } from '../../../api/client.js';
import type { components } from '../../../api/generated/schema.js';

type Schemas = components['schemas'];
export type TimelineItem = Schemas['RecordTimelineItem'];
export type Replay = Schemas['DecisionReplayResponse'];

export const stateQuery = (kind: RecordKind, id: string, at: string) => queryOptions({
  queryKey: ['record', kind, id, 'state', at], retry: false, queryFn: ({ signal }) => call(api.GET('/api/v1/records/{kind}/{id}/state', { params: { path: { kind, id }, query: { at } }, signal })),
});

export const replayQuery = (id: string) => queryOptions({
  queryKey: ['case', id, 'replay'], retry: false, queryFn: ({ signal }) => call(api.GET('/api/v1/cases/{id}/replay', { params: { path: { id } }, signal })),
});
