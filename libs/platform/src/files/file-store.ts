import path from 'node:path';
import type { Readable } from 'node:stream';
import { S3Client } from '@aws-sdk/client-s3';
import { AwsS3StorageAdapter } from '@flystorage/aws-s3';
import { FileStorage, type StorageAdapter } from '@flystorage/file-storage';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { problem } from '#domain';
import { ENV, type Env } from '../config/env.js';
import type { S3Settings } from '../config/files-env.js';
import { DurableLocalAdapter } from './durable-local-adapter.js';
import { isAbsent, storageProblem, storageReason } from './storage-fault.js';

/** A file to be sent on. */
export interface OpenFile {
  readonly stream: Readable;
  readonly bytes: number;
}

/** Made of counties, ids and hashes; nothing that a person typed ever becomes one. */
const KEY = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/;
const TIMEOUT_MS = 30_000;
const CONNECT_MS = 3_000;
/** Above every accepted size: a file goes out in one request, which every compatible server understands. */
const ONE_PART = 105 * 1_048_576;
const OCTETS = 'application/octet-stream';

/**
 * Files outside the database, under keys that we make ourselves: on the disk below DATA_DIR/files, or in a bucket of an
 * S3-compatible server. Refusals: `file.storage-full`, `file.storage-unavailable`, `file.lost`.
 */
@Injectable()
export class FileStore {
  private readonly log = new Logger(FileStore.name);
  private readonly storage: FileStorage;

  constructor(@Inject(ENV) env: Env) {
    this.storage = new FileStorage(adapterOf(env), undefined, { timeout: { timeout: TIMEOUT_MS } });
  }

  /** Keeps a file whole or not at all; a file of the same key is replaced. */
  async write(key: string, content: Buffer | Readable, type: string = OCTETS): Promise<void> {
    const size = Buffer.isBuffer(content) ? { size: content.length } : {};
    await this.guarded('write', key, () => this.storage.write(key, content, { mimeType: type, ...size }));
  }

  /** The file, streaming. */
  async open(key: string): Promise<OpenFile> {
    return this.guarded('open', key, async () => {
      const bytes = await this.storage.fileSize(key);
      return { bytes, stream: await this.storage.read(key) };
    });
  }

  /** The file as a whole; only for what has a size limit. */
  read(key: string): Promise<Buffer> {
    return this.guarded('read', key, () => this.storage.readToBuffer(key));
  }

  exists(key: string): Promise<boolean> {
    return this.guarded('exists', key, () => this.storage.fileExists(key));
  }

  /** Deletes a file; one that is not there is all right. */
  async delete(key: string): Promise<void> {
    await this.guarded('delete', key, () => this.storage.deleteFile(key));
  }

  /** Deletes everything below a key. */
  async deleteFolder(key: string): Promise<void> {
    await this.guarded('delete', key, () => this.storage.deleteDirectory(key));
  }

  private async guarded<T>(what: string, key: string, work: () => Promise<T>): Promise<T> {
    if (!KEY.test(key) || key.length > 200) throw new Error('not a key of the file store');
    try {
      return await work();
    } catch (error) {
      if (isAbsent(error)) throw problem('file.lost');
      this.log.error({ what, reason: storageReason(error) }, 'file storage failed');
      throw storageProblem(error);
    }
  }
}

function adapterOf({ dataDir, files }: Env): StorageAdapter {
  return files.s3 ? bucket(files.s3) : new DurableLocalAdapter(path.resolve(dataDir, 'files'));
}

function bucket(s3: S3Settings): StorageAdapter {
  const client = new S3Client({
    endpoint: s3.endpoint, region: s3.region, credentials: { accessKeyId: s3.key, secretAccessKey: s3.secret }, forcePathStyle: true, maxAttempts: 3,
    // Servers that are only compatible know the classic signature, not the newer checksum trailers.
    requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: TIMEOUT_MS },
  });
  return new AwsS3StorageAdapter(client, { bucket: s3.bucket, region: s3.region, uploadConfiguration: { partSize: ONE_PART, queueSize: 1 } });
}
