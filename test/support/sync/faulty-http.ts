import http from 'node:http';
import type { SignedInUser } from '../users.js';
import type { Transport } from './device.js';

/** Where a connection is cut: before anything left, in the middle of the body, or when the server has done its work and answers. */
export type Cut = 'none' | 'before' | 'in-body' | 'before-reply';

const agent = new http.Agent({ keepAlive: true, maxSockets: 12 });
export const closeConnections = (): void => agent.destroy();

/** Requests of a signed-in user over real sockets, cut where `cut` says. */
export function httpTransport(port: number, user: SignedInUser, cut: () => Cut = () => 'none'): Transport {
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const place = cut();
      if (place === 'before') return reject(new Error('cut before sending'));
      const text = body === undefined ? '' : JSON.stringify(body);
      const headers: Record<string, string> = { cookie: user.cookie, 'x-csrf-token': user.csrfToken };
      if (text !== '') Object.assign(headers, { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) });
      const request = http.request({ host: '127.0.0.1', port, method, path: `/api/v1${path}`, headers, agent }, (response) => {
        if (place === 'before-reply') {
          request.destroy();
          return reject(new Error('cut before the reply'));
        }
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown> }));
      });
      request.on('error', reject);
      if (place !== 'in-body') return request.end(text);
      request.write(Buffer.from(text).subarray(0, Math.floor(text.length / 2)), () => request.destroy());
      reject(new Error('cut in the body'));
    });
}
