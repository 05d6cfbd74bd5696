import { createReadStream } from 'node:fs';
import { problem } from '#domain';

export type Encoding = 'utf-8' | 'gb18030';

/** UTF-8 when every byte of the file is valid UTF-8 (with or without BOM), GBK when it is valid GB 18030, refused otherwise. */
export async function detectEncoding(path: string): Promise<Encoding> {
  for (const encoding of ['utf-8', 'gb18030'] as const) if (await isValid(path, encoding)) return encoding;
  throw problem('import.encoding');
}

async function isValid(path: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
