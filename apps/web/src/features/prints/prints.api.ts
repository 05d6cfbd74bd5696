import { useMutation } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import type { ApiProblem } from '../../api/problem.js';

type Job = components['schemas']['ExportResponse'];
/** Sheets of which many can go into one PDF. */
export type BatchSheet = 'posters' | 'announcements' | 'case_forms' | 'help_cards' | 'household_files';
export type Sheet = BatchSheet | 'findings' | 'samples';

const paths: Readonly<Record<Sheet, string>> = { posters: 'posters', announcements: 'announcements', case_forms: 'case-forms', help_cards: 'help-cards', household_files: 'household-files', findings: 'findings', samples: 'samples' };

/** Address of one sheet, as a page or as PDF. */
export const sheetAddress = (sheet: Sheet, id: string, format: 'html' | 'pdf'): string => `/api/v1/prints/${paths[sheet]}/${id}?format=${format}`;

/** Most sheets that one batch takes. */
export const MOST_SHEETS = 100;

/** Many sheets in one PDF; it goes on in the task centre. */
export function usePrintBatch(onPlaced: () => void) {
  return useMutation<Job, ApiProblem, { sheet: BatchSheet; ids: string[] }>({
    mutationFn: ({ sheet, ids }) => call(api.POST('/api/v1/prints', { body: { sheet, ids: ids.slice(0, MOST_SHEETS) } })), onSuccess: onPlaced,
  });
}

/** The PDF of one sheet, or the reason why there is none. @throws ApiProblem */
export async function fetchSheet(sheet: Sheet, id: string): Promise<Blob> {
  const { readProblem } = await import('../../api/problem.js');
  const response = await fetch(sheetAddress(sheet, id, 'pdf'), { credentials: 'same-origin' });
  if (response.ok) return response.blob();
  throw readProblem(response.status, await response.json().catch(() => null));
}
