import type { Server } from 'node:http';
import { startTestApp, type TestApp } from '../support/app.js';

describe('slow connections', () => {
  let test: TestApp;
  beforeAll(async () => { test = await startTestApp(); });
  afterAll(() => test.close());

  it('are cut off while they send, not while they wait for an answer that takes long', () => {
    const server = test.app.getHttpServer() as Server;
    expect(server.headersTimeout).toBe(10_000);
    expect(server.requestTimeout).toBe(60_000);
    // Silence of a socket: longer than the longest answer, which is the sending of a bank file or of a village.
    expect(server.timeout).toBeGreaterThan(60_000);
  });
});
