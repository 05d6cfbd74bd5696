import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.js';

/** Asks again only where another try can help: no answer, or the server was not ready. */
function mayTryAgain(count: number, error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status === 503) && count < 2;
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: mayTryAgain, staleTime: 10_000, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
