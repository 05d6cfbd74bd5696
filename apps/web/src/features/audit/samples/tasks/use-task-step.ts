import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A step of a visit; task, answers and list are read anew. */
export function useTaskStep<Input>(step: (input: Input) => Promise<unknown>, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['sample-tasks'] });
      onDone?.();
    },
  });
}
