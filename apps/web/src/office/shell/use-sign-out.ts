import { useMutation } from '@tanstack/react-query';
import { api, call, keepCsrfToken } from '../../api/client.js';

/** Ends the session on the server and forgets everything this page has read. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => call(api.DELETE('/api/v1/sessions/current')),
    onSettled: () => {
      keepCsrfToken(null);
      window.location.assign('/sign-in');
    },
  });
}
