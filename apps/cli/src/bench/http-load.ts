import http from 'node:http';
import { percentile, round } from './result.js';

export interface Target {
  readonly port: number;
  readonly path: string;
  readonly cookie?: string;
}

export interface Slice {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
}

/** One request on a kept connection; the milliseconds it took. Throws unless it is answered with 200. */
function request(agent: http.Agent, { port, path, cookie }: Target): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    http.get({ agent, host: '127.0.0.1', port, path, headers: cookie ? { cookie } : {} }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => { if (response.statusCode !== 200) body += chunk.toString(); });
      response.on('end', () => (response.statusCode === 200 ? resolve(performance.now() - started) : reject(new Error(`${path} answered ${response.statusCode}: ${body}`))));
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** Asks again and again for `ms` from `clients` connections at once. */
export async function hammer(target: Target, { clients, ms }: { clients: number; ms: number }): Promise<Slice> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const started = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - started < ms) times.push(await request(agent, target));
  };
  try {
    await Promise.all(Array.from({ length: clients }, client));
    return { perSecond: round((times.length * 1000) / (performance.now() - started)), p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)) };
  } finally {
    agent.destroy();
  }
}

/** One request; its body. */
export async function ask(target: Target, init: { method?: string; body?: unknown } = {}): Promise<{ headers: Headers; body: unknown }> {
  const response = await fetch(`http://127.0.0.1:${target.port}${target.path}`, {
    method: init.method ?? 'GET',
    headers: { ...(target.cookie ? { cookie: target.cookie } : {}), ...(init.body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: init.body === undefined ? undefined : JSON.stringify(init.body),
  });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${target.path} answered ${response.status}: ${JSON.stringify(body)}`);
  return { headers: response.headers, body };
}
