import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChecklistItem } from '#domain';
import { api, call } from '../../../api/client.js';
import type { components } from '../../../api/generated/schema.js';
import type { ApiProblem } from '../../../api/problem.js';
import { uploadEvidence } from '../../audit/findings/upload-evidence.js';

export type ChecklistFile = components['schemas']['ChecklistFileResponse'];

export const checklistFilesQuery = (code: string, year: number) => queryOptions({
  queryKey: ['checklist-files', code, year],
  queryFn: ({ signal }) => call(api.GET('/api/v1/villages/{code}/checklist-files', { params: { path: { code }, query: { year } }, signal })),
});

/** Sends files and puts each beside a row, one after the other; `onShare` hears the percent of the file that is on its way. */
export function useAddChecklistFiles({ code, year, item }: { code: string; year: number; item: ChecklistItem }, onShare: (percent: number) => void) {
  const client = useQueryClient();
  return useMutation<void, ApiProblem, readonly File[]>({
    mutationFn: async (files) => {
      for (const file of files) {
        const attachmentId = await uploadEvidence(file, code, onShare);
        await call(api.POST('/api/v1/villages/{code}/checklist-files', { params: { path: { code } }, body: { year, item, attachmentId } }));
      }
    },
    onSettled: () => {
      onShare(0);
      return client.invalidateQueries({ queryKey: ['checklist-files', code, year] });
    },
  });
}
