import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './generated/schema.js';
import { readProblem, unreachable } from './problem.js';

let csrfToken: string | null = null;
const endedListeners = new Set<() => void>();

/** The token that GET /me and sign-in hand out; sent with everything that changes something. */
export function keepCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** Told when the server no longer knows the session. Returns the function that stops listening. */
export function onSessionEnded(listener: () => void): () => void {
  endedListeners.add(listener);
  return () => void endedListeners.delete(listener);
}

const withToken: Middleware = {
  onRequest({ request }) {
    if (csrfToken !== null && request.method !== 'GET') request.headers.set('x-csrf-token', csrfToken);
    return request;
  },
};

/** Typed by the document of the API; nothing is called that the document does not name. */
export const api = createClient<paths>({ credentials: 'same-origin' });
api.use(withToken);

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/**
 * The body of a successful answer. @throws ApiProblem for every other one, and when none came.
 * A session that has ended is told to the page, which asks for the password without leaving.
 */
export async function call<Data>(request: Promise<Answer<Data>>): Promise<Data> {
  let answer: Answer<Data>;
  try {
    answer = await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
  if (answer.response.ok) return answer.data as Data;
  const problem = readProblem(answer.response.status, answer.error);
  if (problem.status === 401 && problem.code !== 'bad-credentials') for (const listener of endedListeners) listener();
  throw problem;
}
