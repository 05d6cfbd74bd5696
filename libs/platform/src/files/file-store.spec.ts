import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { startS3Server, type S3Server } from '../../../../test/support/s3-server.js';
import { EnvError, parseEnv } from '../config/env.js';
import { FileStore } from './file-store.js';
import { storageProblem } from './storage-fault.js';

const base = {
  DATABASE_APP_URL: 'postgres://a@b/c', DATABASE_QUEUE_URL: 'postgres://a@b/c', BANGFU_FIELD_KEY: '11'.repeat(32), BANGFU_INDEX_KEY: '22'.repeat(32),
};
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string; message: string }) => error.code ?? error.message);

describe('settings of the files', () => {
  const faults = (settings: Record<string, string>): string[] => {
    try {
      parseEnv({ ...base, ...settings });
      return [];
    } catch (error) {
      return error instanceof EnvError ? error.faults : [String(error)];
    }
  };
  const whole = { FILES_S3_ENDPOINT: 'https://s3.example.cn/', FILES_S3_BUCKET: 'bangfu', FILES_S3_REGION: 'cn-north-1', FILES_S3_KEY: 'key', FILES_S3_SECRET: 'secret-secret' };

  it('are the disk and sensible limits when nothing is set', () => {
    expect(parseEnv(base).files).toEqual({ s3: null, imageMaxBytes: 15_728_640, pdfMaxBytes: 20_971_520, imageMaxEdge: 2048, imageMaxPixels: 24_000_000 });
  });

  it('are a bucket when all five are set', () => {
    expect(parseEnv({ ...base, ...whole }).files.s3).toEqual({ endpoint: 'https://s3.example.cn', bucket: 'bangfu', region: 'cn-north-1', key: 'key', secret: 'secret-secret' });
  });

  it('name in one line each what is missing beside the one that is set', () => {
    expect(faults({ FILES_S3_BUCKET: 'bangfu' })).toEqual([
      'FILES_S3_ENDPOINT is missing: the http:// or https:// address of an S3-compatible server', 'FILES_S3_REGION is missing: the region of the bucket, for example us-east-1',
      'FILES_S3_KEY is missing: the access key', 'FILES_S3_SECRET is missing: the secret that belongs to the access key',
    ]);
  });

  it.each([
    ['FILES_S3_ENDPOINT', 'ftp://x'], ['FILES_S3_BUCKET', 'Bucket_1'], ['FILES_S3_REGION', '中国'], ['FILES_S3_KEY', 'a b'], ['FILES_S3_SECRET', 'short'], ['FILES_IMAGE_MAX_EDGE', '10'],
    ['FILES_IMAGE_MAX_PIXELS', 'many'], ['FILES_IMAGE_MAX_BYTES', '-1'], ['FILES_PDF_MAX_BYTES', '1e9'],
  ])('refuse %s=%s and never print its value', (name, value) => {
    const found = faults({ ...whole, [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} is not valid: `));
    expect(found[0]).not.toContain(value);
  });
});

describe.each(['on the disk', 'in a bucket'])('files %s', (where) => {
  let store: FileStore;
  let s3: S3Server;
  const folder = mkdtempSync(path.join(tmpdir(), 'bangfu-store-'));
  beforeAll(async () => {
    s3 = await startS3Server();
    store = new FileStore(parseEnv({ ...base, DATA_DIR: folder, ...(where === 'on the disk' ? {} : s3.env) }));
  });
  afterAll(async () => {
    await s3.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('come back as they were written, whole and streaming', async () => {
    await store.write('a/b-1', Buffer.from('照片'), 'image/jpeg');
    expect((await store.read('a/b-1')).toString()).toBe('照片');
    const { bytes, stream } = await store.open('a/b-1');
    expect([bytes, (await buffer(stream)).toString()]).toEqual([6, '照片']);
    await store.write('a/b-2', Readable.from([Buffer.alloc(70_000, 1), Buffer.alloc(70_000, 2)]));
    expect((await store.read('a/b-2')).length).toBe(140_000);
  });

  it('are replaced, found, deleted, and deleting twice is all right', async () => {
    await store.write('c/d', Buffer.from('1'));
    await store.write('c/d', Buffer.from('2'));
    expect([(await store.read('c/d')).toString(), await store.exists('c/d')]).toEqual(['2', true]);
    await store.delete('c/d');
    await store.delete('c/d');
    expect(await store.exists('c/d')).toBe(false);
  });

  it('go with their folder, and a folder that is not there is all right', async () => {
    for (const name of ['one', 'two', 'deep/three']) await store.write(`e/${name}`, Buffer.from(name));
    await store.write('ef/other', Buffer.from('stays'));
    await store.deleteFolder('e');
    await store.deleteFolder('e');
    expect([await store.exists('e/one'), await store.exists('e/deep/three'), await store.exists('ef/other')]).toEqual([false, false, true]);
  });

  it('that are not there are said to be lost', async () => {
    expect([await codeOf(store.open('no/where')), await codeOf(store.read('no/where'))]).toEqual(['file.lost', 'file.lost']);
  });

  it.each(['../secret', '/etc/passwd', 'a/../b', 'A', 'a//b', '', 'a.b', 'a/%2e%2e'])('never lie under the key %p', async (key) => {
    expect(await codeOf(store.write(key, Buffer.from('x')))).toBe('not a key of the file store');
  });

  if (where === 'in a bucket') {
    it('are written with signed requests: every request so far was, and one with another secret is refused', async () => {
      expect(s3.refused()).toBe(0);
      const stranger = new FileStore(parseEnv({ ...base, DATA_DIR: folder, ...s3.env, FILES_S3_SECRET: 'another-secret' }));
      expect(await codeOf(stranger.write('a/stranger', Buffer.from('x')))).toBe('file.storage-unavailable');
      expect(s3.refused()).toBeGreaterThan(0);
      expect(s3.keys()).not.toContain('a/stranger');
    });

    it('are refused with a clear problem while the bucket is full or the server is away', async () => {
      s3.failWith({ status: 507, code: 'XMinioStorageFull' });
      expect(await codeOf(store.write('g/h', Buffer.from('x')))).toBe('file.storage-full');
      s3.failWith({ status: 403, code: 'AccessDenied' });
      expect(await codeOf(store.write('g/h', Buffer.from('x')))).toBe('file.storage-unavailable');
      s3.failWith(null);
      await store.write('g/h', Buffer.from('x'));
      const away = new FileStore(parseEnv({ ...base, ...s3.env, FILES_S3_ENDPOINT: 'http://127.0.0.1:1' }));
      expect(await codeOf(away.read('g/h'))).toBe('file.storage-unavailable');
    }, 30_000);
  } else {
    it('appear only when they are whole: a stream that breaks leaves nothing, and the file before it stays', async () => {
      await store.write('i/j', Buffer.from('before'));
      const broken = Readable.from((function* () {
        yield Buffer.alloc(1_000);
        throw new Error('the line broke');
      })());
      expect(await codeOf(store.write('i/j', broken))).toBe('file.storage-unavailable');
      expect((await store.read('i/j')).toString()).toBe('before');
      expect(readdirSync(path.join(folder, 'files', 'i'))).toEqual(['j']);
    });

    it('are readable for nobody else on the machine', async () => {
      await store.write('k/l', Buffer.from('x'));
      expect([statSync(path.join(folder, 'files', 'k')).mode & 0o777, statSync(path.join(folder, 'files', 'k', 'l')).mode & 0o777]).toEqual([0o700, 0o600]);
    });

    it('are refused with a clear problem where nothing can be written', async () => {
      mkdirSync(path.join(folder, 'files', 'm'), { recursive: true });
      writeFileSync(path.join(folder, 'files', 'm', 'n'), 'a file in the place of a folder');
      chmodSync(path.join(folder, 'files', 'm', 'n'), 0o400);
      expect(await codeOf(store.write('m/n/o', Buffer.from('x')))).toBe('file.storage-unavailable');
    });

    it('are refused as full when the disk is, with what was there before untouched', async () => {
      const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      expect(storageProblem(new Error('unable to write', { cause: full })).code).toBe('file.storage-full');
      expect(existsSync(path.join(folder, 'files', 'a', 'b-1'))).toBe(true);
    });
  }
});
