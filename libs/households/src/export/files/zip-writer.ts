import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
}

/** UTF-8 names, and sizes that follow the data. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** 1980-01-01: the same content gives the same bytes. */
const DOS_DATE = 0x0021;

/** Writes a ZIP archive to a stream, part after part, without knowing sizes beforehand. */
export class ZipWriter {
  private readonly written: Written[] = [];
  private offset = 0;
  private current: { name: Buffer; offset: number; crc: number; size: number; compressed: number; deflate: DeflateRaw; done: Promise<void> } | null = null;

  constructor(private readonly out: Writable) {}

  async begin(name: string): Promise<void> {
    const bytes = Buffer.from(name, 'utf8');
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(FLAGS, 6);
    header.writeUInt16LE(DEFLATE, 8);
    header.writeUInt16LE(DOS_DATE, 12);
    header.writeUInt16LE(bytes.length, 26);
    const offset = this.offset;
    await this.put(Buffer.concat([header, bytes]));
    const deflate = createDeflateRaw({ level: 4 });
    const part = { name: bytes, offset, crc: 0, size: 0, compressed: 0, deflate, done: Promise.resolve() };
    part.done = (async () => {
      for await (const chunk of deflate) {
        part.compressed += (chunk as Buffer).length;
        await this.put(chunk as Buffer);
      }
    })();
    this.current = part;
  }

  async write(text: string): Promise<void> {
    const part = this.current;
    if (!part) throw new Error('no part was begun');
    const bytes = Buffer.from(text, 'utf8');
    part.crc = crc32(bytes, part.crc);
    part.size += bytes.length;
    if (!part.deflate.write(bytes)) await Promise.race([once(part.deflate, 'drain'), part.done]);
  }

  async end(): Promise<void> {
    const part = this.current;
    if (!part) throw new Error('no part was begun');
    part.deflate.end();
    await part.done;
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(part.crc, 4);
    descriptor.writeUInt32LE(part.compressed, 8);
    descriptor.writeUInt32LE(part.size, 12);
    await this.put(descriptor);
    this.written.push(part);
    this.current = null;
  }

  /** A part in one piece. */
  async add(name: string, text: string): Promise<void> {
    await this.begin(name);
    await this.write(text);
    await this.end();
  }

  /** The directory. The stream itself is ended by its owner. */
  async finish(): Promise<void> {
    const start = this.offset;
    for (const part of this.written) await this.put(directoryEntry(part));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.written.length, 8);
    end.writeUInt16LE(this.written.length, 10);
    end.writeUInt32LE(this.offset - start, 12);
    end.writeUInt32LE(start, 16);
    await this.put(end);
  }

  private async put(bytes: Buffer): Promise<void> {
    this.offset += bytes.length;
    if (!this.out.write(bytes)) await once(this.out, 'drain');
  }
}

function directoryEntry({ name, offset, crc, compressed, size }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATE, 10);
  entry.writeUInt16LE(DOS_DATE, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(compressed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}
