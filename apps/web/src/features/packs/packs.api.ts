import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Pack } from '#domain';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import type { ApiProblem } from '../../api/problem.js';

export type PackVersion = Omit<components['schemas']['PackResponse'], 'content'> & { content: Pack };

export const packVersionsQuery = queryOptions({
  queryKey: ['packs', 'versions'],
  queryFn: async ({ signal }) => (await call(api.GET('/api/v1/packs', { signal }))) as unknown as PackVersion[],
});

/** The next version of a procedure; its number is assigned by the server, running cases keep theirs. */
export function usePublishPack(code: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation<unknown, ApiProblem, Pack>({
    mutationFn: (pack) => call(api.POST('/api/v1/packs/{code}/versions', { params: { path: { code } }, body: { content: pack as unknown as Record<string, unknown> } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['packs'] });
      onDone();
    },
  });
}
