import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';
import type { ApiProblem } from '../../api/problem.js';

type Schemas = components['schemas'];
export type CaseItem = Schemas['CaseItemResponse'];
export type CaseDetail = Schemas['CaseDetailResponse'];
export type CaseStep = Schemas['StepResponse'];
export type CaseEvent = Schemas['EventResponse'];
export type CaseRule = Schemas['CaseRuleResponse'];
export type Objection = Schemas['ObjectionResponse'];
export type CaseActionRequest = Schemas['CaseActionRequest'];
export type CaseListQuery = NonNullable<paths['/api/v1/cases']['get']['parameters']['query']>;

export const caseListQuery = (query: CaseListQuery) => queryOptions({
  queryKey: ['cases', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/cases', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

const LIST_PAGE = 50;
export const TODO_PAGE = 100;

/** What a page of the list shows; `page` counts for the reader only. */
export const casePageQuery = ({ page: _, ...wanted }: Omit<CaseListQuery, 'limit' | 'box'> & { page?: number | undefined }) => caseListQuery({ box: 'all', ...wanted, limit: LIST_PAGE });

/** What the first page of the day shows. */
export const todoPageQuery = ({ box = 'todo', checks, cursor }: Pick<CaseListQuery, 'box' | 'checks' | 'cursor'>) => caseListQuery({ box, ...(box === 'todo' && checks ? { checks } : {}), cursor, limit: TODO_PAGE });

export const caseQuery = (id: string) => queryOptions({
  queryKey: ['case', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/cases/{id}', { params: { path: { id } }, signal })),
});

/** All procedures; they change when a version is published. */
export const packsQuery = queryOptions({
  queryKey: ['packs'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/packs', { signal })),
  staleTime: 300_000,
});

/** What a case changes when it moves: lists, the case, its subject, notices, figures. */
export function useRefreshAfterCase(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(['cases', 'case', 'household', 'households', 'notices', 'verdict', 'villages'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
}

type Action = Omit<CaseActionRequest, 'expectedVersion'>;

/** One action on the version of the case that is on the screen. */
export function useCaseAction(shown: Pick<CaseDetail, 'id' | 'version'>, onDone?: () => void) {
  const refresh = useRefreshAfterCase();
  return useMutation<Schemas['CaseStateResponse'], ApiProblem, Action>({
    mutationFn: (action) => call(api.POST('/api/v1/cases/{id}/actions', { params: { path: { id: shown.id } }, body: { ...action, expectedVersion: shown.version } })),
    onSuccess: () => {
      onDone?.();
      return refresh();
    },
  });
}
