import type { Answer } from './answer.js';
import { StoryDeviation } from './deviation.js';

export interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Me {
  readonly userId: string;
  readonly name: string;
  readonly role: string;
  readonly roleName: string;
  readonly division: string;
  readonly csrfToken: string;
}

const TIMEOUT_MS = 60_000;

/** One signed-in person: cookie and token as a browser would keep them. Every answer that was not expected stops the story. */
export class Client {
  private constructor(
    private readonly base: string,
    private readonly cookie: string,
    readonly me: Me,
  ) {}

  /** Signs in, under one of the user's grants or the first. */
  static async signIn(base: string, { username, password, grantId }: { username: string; password: string; grantId?: string }): Promise<Client> {
    const response = await call(base, 'POST', '/sessions', { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password, grantId }) });
    const answer = await answerOf<Me>(`POST /sessions (${username})`, response);
    if (answer.status !== 201) throw new StoryDeviation(`${username} cannot sign in`, answer);
    const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    return new Client(base, cookie, answer.body);
  }

  /** The session as a browser keeps it. */
  get session(): { readonly name: string; readonly value: string } {
    const at = this.cookie.indexOf('=');
    return { name: this.cookie.slice(0, at), value: this.cookie.slice(at + 1) };
  }

  get<Body>(path: string): Promise<Body> {
    return this.expectStatus<Body>('GET', path, { status: 200 });
  }

  post<Body>(path: string, body: unknown, status: 200 | 201 | 202 = 200): Promise<Body> {
    return this.expectStatus<Body>('POST', path, { status, body });
  }

  put<Body>(path: string, body: unknown): Promise<Body> {
    return this.expectStatus<Body>('PUT', path, { status: 200, body });
  }

  patch<Body>(path: string, body: unknown): Promise<Body> {
    return this.expectStatus<Body>('PATCH', path, { status: 200, body });
  }

  /** Sends bytes as they are. */
  async putBytes<Body>(path: string, content: Buffer, headers: Readonly<Record<string, string>>): Promise<Body> {
    const response = await call(this.base, 'PUT', path, { headers: { ...this.headers(), 'content-type': 'application/octet-stream', ...headers }, body: content });
    const answer = await answerOf<Body>(`PUT ${path}`, response);
    if (answer.status !== 200) throw new StoryDeviation(`expected 200 from ${answer.request}`, answer);
    return answer.body;
  }

  async remove(path: string): Promise<void> {
    await this.expectStatus('DELETE', path, { status: 204 });
  }

  /** The bytes of an answer, as they came. */
  async text(path: string): Promise<string> {
    const answer = await this.send('GET', path);
    if (answer.status !== 200) throw new StoryDeviation(`expected 200 from ${answer.request}`, answer);
    return answer.text;
  }

  /** Uploads a file in a form. */
  async upload<Body>(path: string, file: { name: string; content: string }, fields: Readonly<Record<string, string>>): Promise<Body> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([file.content], { type: 'text/csv' }), file.name);
    const response = await call(this.base, 'POST', path, { headers: this.headers(), body: form });
    const answer = await answerOf<Body>(`POST ${path}`, response);
    if (answer.status !== 201) throw new StoryDeviation(`expected 201 from ${answer.request}`, answer);
    return answer.body;
  }

  /** Something that must be refused, and with this code. Returns the refusal. */
  async refused(method: 'POST' | 'GET' | 'PUT', path: string, { body, code }: { body?: unknown; code: string }): Promise<Refusal> {
    const answer = await this.send<Refusal>(method, path, body);
    if (answer.status < 400 || answer.body?.code !== code) throw new StoryDeviation(`expected the refusal ${code} from ${answer.request}`, answer);
    return answer.body;
  }

  /** Any answer; the caller looks at the status. */
  async send<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const headers = { ...this.headers(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    return answerOf<Body>(`${method} ${path}`, await call(this.base, method, path, { headers, body: body === undefined ? undefined : JSON.stringify(body) }));
  }

  private async expectStatus<Body>(method: string, path: string, { status, body }: { status: number; body?: unknown }): Promise<Body> {
    const answer = await this.send<Body>(method, path, body);
    if (answer.status !== status) throw new StoryDeviation(`expected ${status} from ${answer.request}`, answer);
    return answer.body;
  }

  private headers(): Record<string, string> {
    return { cookie: this.cookie, 'x-csrf-token': this.me.csrfToken };
  }
}

/** Whether an instance answers and is ready. */
export async function isReady(base: string): Promise<boolean> {
  try {
    const response = await fetch(`${base}/ready`, { signal: AbortSignal.timeout(3_000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

function call(base: string, method: string, path: string, { headers, body }: { headers: Record<string, string>; body?: string | FormData | Buffer | undefined }): Promise<Response> {
  return fetch(`${base}/api/v1${path}`, { method, headers, body: body instanceof Buffer ? new Uint8Array(body) : (body ?? null), signal: AbortSignal.timeout(TIMEOUT_MS) });
}

async function answerOf<Body>(request: string, response: Response): Promise<Answer<Body>> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
  return { request, status: response.status, body: (isJson ? JSON.parse(text) : null) as Body, text };
}
