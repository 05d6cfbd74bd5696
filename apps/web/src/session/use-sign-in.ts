import { useMutation } from '@tanstack/react-query';
import { api, call } from '../api/client.js';
import type { ApiProblem } from '../api/problem.js';
import type { Me } from './me.js';

export interface Credentials {
  username: string;
  password: string;
}

/** Signs in; what follows (another page, or going on where one was) is the caller's. */
export function useSignIn(onSignedIn: (me: Me) => void) {
  return useMutation<Me, ApiProblem, Credentials>({
    mutationFn: (body) => call(api.POST('/api/v1/sessions', { body })),
    onSuccess: onSignedIn,
  });
}
