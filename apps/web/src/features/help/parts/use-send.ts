import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Queries of these pages begin with `help`; help also changes what a household and its village show. */
const changed = ['help', 'household', 'households', 'verdict', 'villages'];

/** One change; afterwards everything that may show it is read again. */
export function useSend<Values, Answer>(send: (values: Values) => Promise<Answer>, onDone?: (answer: Answer) => void) {
  const client = useQueryClient();
  return useMutation<Answer, Error, Values>({
    mutationFn: send,
    onSuccess: async (answer) => {
      await Promise.all(changed.map((key) => client.invalidateQueries({ queryKey: [key] })));
      onDone?.(answer);
    },
  });
}
