import type { Readable } from 'node:stream';
import { open, type Entry, type ZipFile } from 'yauzl';
import { problem } from '#domain';
import { limits } from './raw-table.js';

/** Central directory of a workbook, checked before anything is inflated. */
export class Workbook {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Opens and judges: number of entries, declared sizes and ratios, names that point outside. Throws a problem for each. */
  static async open(path: string): Promise<Workbook> {
    const zip = await openZip(path);
    try {
      const entries = await listEntries(zip);
      if (!entries.has('[Content_Types].xml') || ![...entries.keys()].some((name) => /^xl\/workbook\.xml$/i.test(name))) throw problem('import.not-a-table');
      return new Workbook(zip, entries);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Inflates one part, counted: a part that is larger than its directory entry says ends with an error. */
  async read(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw problem('import.damaged');
    return new Promise((resolve, reject) => this.zip.openReadStream(entry, (error, stream) => (error ? reject(damaged(error)) : resolve(stream))));
  }

  close(): void {
    this.zip.close();
  }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }, (error, zip) => (error ? reject(damaged(error)) : resolve(zip)));
  });
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let inflated = 0;
    zip.on('error', (error: Error) => reject(damaged(error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      inflated += entry.uncompressedSize;
      const suspicious = entry.uncompressedSize > limits.ratioFrom && entry.uncompressedSize > limits.ratio * Math.max(1, entry.compressedSize);
      if (entry.isEncrypted()) return reject(problem('import.old-excel'));
      if (inflated > limits.inflatedBytes || suspicious || entries.size >= limits.zipEntries) return reject(problem('import.inflates-too-much'));
      if (entries.has(entry.fileName)) return reject(problem('import.damaged'));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    if (zip.entryCount > limits.zipEntries) return reject(problem('import.inflates-too-much'));
    zip.readEntry();
  });
}

/** Whatever the archive says that is not so is damage to the one who uploaded it. */
function damaged(error: unknown) {
  return error instanceof Error && 'zh' in error ? error : problem('import.damaged');
}
