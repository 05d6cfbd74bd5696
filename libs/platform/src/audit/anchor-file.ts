import { createHmac, timingSafeEqual } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Head of one county's chain at one time, kept outside the database and signed. */
export interface Anchor {
  readonly countyCode: string;
  readonly seq: number;
  /** Hex. */
  readonly hash: string;
  readonly at: string;
  readonly signature: string;
}

function sign(key: Buffer, anchor: Omit<Anchor, 'signature'>): string {
  return createHmac('sha256', key).update(['bangfu anchor', anchor.countyCode, anchor.seq, anchor.hash, anchor.at].join('\u001f')).digest('hex');
}

/** Appends the heads to the day's file below `folder`; the folder is what is copied off the host. */
export async function writeAnchors(folder: string, key: Buffer, day: string, anchors: readonly Omit<Anchor, 'signature'>[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${day}.jsonl`);
  await appendFile(file, anchors.map((anchor) => `${JSON.stringify({ ...anchor, signature: sign(key, anchor) })}\n`).join(''));
  return file;
}

/** Reads all anchors back. An anchor whose signature is wrong is an error: somebody changed the witness itself. */
export async function readAnchors(folder: string, key: Buffer): Promise<Anchor[]> {
  const files = await readdir(folder).catch(() => [] as string[]);
  const anchors: Anchor[] = [];
  for (const name of files.filter((entry) => entry.endsWith('.jsonl')).sort()) {
    for (const line of (await readFile(path.join(folder, name), 'utf8')).split('\n').filter(Boolean)) {
      const anchor = JSON.parse(line) as Anchor;
      const expected = Buffer.from(sign(key, anchor), 'hex');
      const actual = Buffer.from(anchor.signature, 'hex');
      if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) throw new Error(`anchor with a wrong signature in ${name}`);
      anchors.push(anchor);
    }
  }
  return anchors;
}
