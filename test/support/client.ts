import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SignedInUser } from './users.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface TestResponse<Body = unknown> {
  readonly status: number;
  /** Parsed JSON, or the text when it is not JSON. */
  readonly body: Body;
  readonly raw: Buffer;
  readonly headers: Record<string, string | string[] | number | undefined>;
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A file field of a form, as a browser would send it. */
export interface FormFile {
  readonly name: string;
  readonly content: Buffer | string;
  readonly type?: string;
}

const API = '/api/v1';

/** Calls the application in process. Paths are below /api/v1 unless they begin with `/api`, `/ready`, `/live` or `/metrics`. */
export class TestClient {
  constructor(
    private readonly app: NestFastifyApplication,
    /** Null without a session. */
    readonly user: SignedInUser | null,
  ) {}

  get<Body = Record<string, unknown>>(path: string, options?: RequestOptions): Promise<TestResponse<Body>> {
    return this.send<Body>('GET', path, options);
  }
  post<Body = Record<string, unknown>>(path: string, options?: RequestOptions): Promise<TestResponse<Body>> {
    return this.send<Body>('POST', path, options);
  }
  put<Body = Record<string, unknown>>(path: string, options?: RequestOptions): Promise<TestResponse<Body>> {
    return this.send<Body>('PUT', path, options);
  }
  patch<Body = Record<string, unknown>>(path: string, options?: RequestOptions): Promise<TestResponse<Body>> {
    return this.send<Body>('PATCH', path, options);
  }
  delete<Body = Record<string, unknown>>(path: string, options?: RequestOptions): Promise<TestResponse<Body>> {
    return this.send<Body>('DELETE', path, options);
  }

  /** Posts a multipart form with text fields and files. */
  upload<Body = Record<string, unknown>>(path: string, fields: Record<string, string | FormFile>): Promise<TestResponse<Body>> {
    const boundary = '----bangfu-test-boundary';
    const parts = Object.entries(fields).flatMap(([name, value]) => {
      const isText = typeof value === 'string';
      const file = isText ? '' : `; filename="${value.name}"\r\ncontent-type: ${value.type ?? 'application/octet-stream'}`;
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`;
      return [Buffer.from(head), Buffer.from(isText ? value : value.content), Buffer.from('\r\n')];
    });
    const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
    return this.send<Body>('POST', path, { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } });
  }

  private async send<Body>(method: Method, path: string, { body, headers }: RequestOptions = {}): Promise<TestResponse<Body>> {
    const url = /^\/(?:api|ready|live|metrics)\b/.test(path) ? path : `${API}${path.startsWith('/') ? '' : '/'}${path}`;
    const session: Record<string, string> = this.user ? { cookie: this.user.cookie, 'x-csrf-token': this.user.csrfToken } : {};
    const response = await this.app.inject({
      method,
      url,
      headers: { ...session, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const type = String(response.headers['content-type'] ?? '');
    const parsed: unknown = /json/.test(type) && response.payload !== '' ? JSON.parse(response.payload) : response.payload;
    return { status: response.statusCode, body: parsed as Body, raw: response.rawPayload, headers: response.headers };
  }
}
