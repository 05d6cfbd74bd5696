import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import type { ApiProblem } from '../../api/problem.js';

type Schemas = components['schemas'];
export type ImportBatch = Schemas['ImportResponse'];
export type ImportRow = Schemas['ImportRowResponse'];
export type ImportState = ImportBatch['state'];

/** States in which a job works on the batch; the page asks again by itself. */
const working: ReadonlySet<ImportState> = new Set(['uploaded', 'parsing', 'committing', 'undoing']);
export const isWorking = (batch: Pick<ImportBatch, 'state'>) => working.has(batch.state);

export const importListQuery = (cursor: string | undefined) => queryOptions({
  queryKey: ['imports', 'list', cursor ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/imports', { params: { query: { cursor, limit: 20 } }, signal })),
  placeholderData: keepPreviousData,
});

export const importQuery = (id: string) => queryOptions({
  queryKey: ['imports', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
  refetchInterval: (query) => (query.state.data && isWorking(query.state.data) ? 1_000 : false),
});

export const importRowsQuery = (id: string, version: number, cursor: string | undefined) => queryOptions({
  queryKey: ['imports', id, 'rows', version, cursor ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/imports/{id}/rows', { params: { path: { id }, query: { state: 'rejected', cursor, limit: 20 } }, signal })),
  placeholderData: keepPreviousData,
});

/** Sends the file; the form is multipart, so the typed client only names the route. */
export function useUpload(onUploaded: (batch: ImportBatch) => void) {
  const client = useQueryClient();
  return useMutation<ImportBatch, ApiProblem, { file: File; year: number | null }>({
    mutationFn: ({ file, year }) => {
      const form = new FormData();
      // The year goes first: the server reads the form in order.
      if (year !== null) form.append('year', String(year));
      form.append('file', file);
      return call(api.POST('/api/v1/imports', { body: {} as never, bodySerializer: () => form }));
    },
    onSuccess: (batch) => {
      client.setQueryData(importQuery(batch.id).queryKey, batch);
      void client.invalidateQueries({ queryKey: ['imports', 'list'] });
      onUploaded(batch);
    },
  });
}

export type ImportStep =
  | { readonly kind: 'validate' | 'undo' | 'cancel' }
  | { readonly kind: 'commit'; readonly mode: 'all' | 'good' }
  | { readonly kind: 'mapping'; readonly mapping: Record<string, string> };

function send(id: string, step: ImportStep): Promise<ImportBatch> {
  const params = { path: { id } };
  switch (step.kind) {
    case 'validate':
      return call(api.POST('/api/v1/imports/{id}/validate', { params }));
    case 'undo':
      return call(api.POST('/api/v1/imports/{id}/undo', { params }));
    case 'cancel':
      return call(api.POST('/api/v1/imports/{id}/cancel', { params }));
    case 'commit':
      return call(api.POST('/api/v1/imports/{id}/commit', { params, body: { mode: step.mode } }));
    case 'mapping':
      return call(api.POST('/api/v1/imports/{id}/mapping', { params, body: { mapping: step.mapping } }));
  }
}

/** One step of a batch; a job does the work, and the page follows it. */
export function useImportStep(id: string) {
  const client = useQueryClient();
  return useMutation<ImportBatch, ApiProblem, ImportStep>({
    mutationFn: (step) => send(id, step),
    onSuccess: (batch) => client.setQueryData(importQuery(id).queryKey, batch),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
}

/** Corrects cells of one row; the answer holds all rows of its household. */
export function useCorrection(id: string) {
  const client = useQueryClient();
  return useMutation<ImportRow[], ApiProblem, { n: number; cells: Record<string, string> }>({
    mutationFn: ({ n, cells }) => call(api.PATCH('/api/v1/imports/{id}/rows/{n}', { params: { path: { id, n } }, body: { cells } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports', id] }),
  });
}
