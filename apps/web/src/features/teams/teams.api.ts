import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type TeamAtVillage = Schemas['TeamItem'];
export type Team = Schemas['TeamResponse'];
export type TeamMember = Schemas['TeamMemberResponse'];
type Place = { cursor?: string | undefined; limit: number; division?: string | undefined };

export const teamListQuery = (query: Place) => queryOptions({
  queryKey: ['help', 'teams', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/teams', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const teamQuery = (id: string, year: number | undefined) => queryOptions({
  queryKey: ['help', 'team', id, year ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/teams/{id}', { params: { path: { id }, query: { year } }, signal })),
  placeholderData: keepPreviousData,
});

export function sendTeam(body: Schemas['TeamRequest']): Promise<Team> {
  return call(api.POST('/api/v1/teams', { body }));
}
export function joinTeam(id: string, body: Schemas['TeamJoinRequest']): Promise<Team> {
  return call(api.POST('/api/v1/teams/{id}/members', { params: { path: { id } }, body }));
}
export function leaveTeam(id: string, memberId: string, body: Schemas['EndRequest']): Promise<Team> {
  return call(api.POST('/api/v1/teams/{id}/members/{memberId}/leave', { params: { path: { id, memberId } }, body }));
}
export function endTeam(id: string, body: Schemas['EndRequest']): Promise<Team> {
  return call(api.POST('/api/v1/teams/{id}/end', { params: { path: { id } }, body }));
}
export function recordDays(id: string, body: Schemas['TeamDaysRequest']): Promise<Team> {
  return call(api.PUT('/api/v1/teams/{id}/days', { params: { path: { id } }, body }));
}

/** Fields that were emptied take away what is on record. */
export function emptied<Values extends object, Name extends keyof Values>(values: Values, names: readonly Name[]): { [Key in Name]: Values[Key] | null } {
  return Object.fromEntries(names.map((name) => [name, values[name] || null])) as { [Key in Name]: Values[Key] | null };
}

/** What was not filled in is not sent. */
export function filled<Values extends object>(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '')) as Values;
}
