import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';
import type { ApiProblem } from '../../api/problem.js';

type Schemas = components['schemas'];
export type ExportJob = Schemas['ExportResponse'];
export type ExportColumn = Schemas['ExportColumnResponse'];
export type HouseholdExport = Schemas['ExportRequest'];
export type ExportListQuery = NonNullable<paths['/api/v1/exports']['get']['parameters']['query']>;

/** What is exported: a list of households in the national order, or what a source names. */
export type ExportOf =
  | { readonly kind: 'households'; readonly filter: Pick<HouseholdExport, 'division' | 'status' | 'poorHouseholdType' | 'mainCause'> }
  | { readonly kind: 'source'; readonly source: string; readonly params: Record<string, unknown> };

/** How it is written. */
export interface ExportFile {
  readonly format: HouseholdExport['format'];
  readonly unmasked: boolean;
  readonly purpose?: string | undefined;
  readonly columns?: string[] | undefined;
  readonly layout: NonNullable<HouseholdExport['layout']>;
  readonly sheet: NonNullable<HouseholdExport['sheet']>;
}

/** CSV for spreadsheets. */
const plain = { encoding: 'utf8-bom' } as const;
const working: ReadonlySet<string> = new Set(['queued', 'running']);
export const isWriting = (job: Pick<ExportJob, 'state'>) => working.has(job.state);

export const exportListQuery = (query: ExportListQuery) => queryOptions({
  queryKey: ['exports', 'list', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/exports', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const exportQuery = (id: string) => queryOptions({
  queryKey: ['exports', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/exports/{id}', { params: { path: { id } }, signal })),
  refetchInterval: (query) => (query.state.data && isWriting(query.state.data) ? 1_000 : false),
});

export const exportSourcesQuery = queryOptions({
  queryKey: ['exports', 'sources'], staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => call(api.GET('/api/v1/export-sources', { signal })),
});

/** Rows and columns that a file would have now. */
export const previewQuery = (of: ExportOf, layout: Pick<ExportFile, 'layout' | 'sheet'>) => queryOptions({
  queryKey: ['exports', 'preview', of, of.kind === 'households' ? layout : null], gcTime: 0,
  queryFn: ({ signal }) => call(of.kind === 'households'
    ? api.POST('/api/v1/exports/previews', { body: { ...of.filter, ...layout, ...plain, format: 'xlsx', unmasked: false }, signal })
    : api.POST('/api/v1/evidence-exports/previews', { body: { source: of.source, params: of.params }, signal })),
});

/** Asks for the file; a job writes it. */
export function useExport(of: ExportOf) {
  const client = useQueryClient();
  return useMutation<ExportJob, ApiProblem, ExportFile>({
    mutationFn: ({ layout, sheet, columns, ...file }) => call(of.kind === 'households'
      ? api.POST('/api/v1/exports', { body: { ...of.filter, layout, sheet, ...plain, ...file } })
      : api.POST('/api/v1/evidence-exports', { body: { source: of.source, params: of.params, columns, ...plain, ...file } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['exports', 'list'] }),
  });
}

export type ExportStep = { readonly id: string; readonly kind: 'cancel' } | { readonly id: string; readonly kind: 'decide'; readonly agreed: boolean; readonly note: string };

/** Gives an export up, or decides about somebody else's. */
export function useExportStep() {
  const client = useQueryClient();
  return useMutation<ExportJob, ApiProblem, ExportStep>({
    mutationFn: (step) => call(step.kind === 'cancel'
      ? api.POST('/api/v1/exports/{id}/cancel', { params: { path: { id: step.id } } })
      : api.POST('/api/v1/exports/{id}/decision', { params: { path: { id: step.id } }, body: { agreed: step.agreed, note: step.note } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['exports'] }),
  });
}

export const fileOf = (id: string) => `/api/v1/exports/${id}/file`;
