import { fromBuffer, type Entry } from 'yauzl';

/** Parts of a document for a word processor, by name; each is inflated whole and its checksum compared by the reader. */
export function wordParts(file: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (error, zip) => {
      if (error) return reject(error);
      const parts = new Map<string, string>();
      zip.on('error', reject);
      zip.on('end', () => resolve(parts));
      zip.on('entry', (entry: Entry) => zip.openReadStream(entry, (failure, stream) => {
        if (failure) return reject(failure);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('error', reject);
        stream.on('end', () => {
          parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
          zip.readEntry();
        });
      }));
      zip.readEntry();
    });
  });
}

/** What a reader of XML would stumble over; empty when every element is closed in its order and nothing stands bare. */
export function xmlFaults(xml: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const body = xml.replace(/^<\?xml [^?]*\?>\s*/, '');
  for (const [, text = '', tag = ''] of body.matchAll(/([^<]*)(<[^>]*>)?/g)) {
    if (/&(?!(amp|lt|gt|quot);)|>/.test(text)) faults.push(`bare sign in "${text.slice(0, 40)}"`);
    if (tag === '') continue;
    const parsed = /^<(\/?)([A-Za-z][\w:.-]*)((?:\s+[A-Za-z][\w:.-]*="[^"<]*")*)\s*(\/?)>$/.exec(tag);
    if (!parsed) faults.push(`not a tag: ${tag.slice(0, 60)}`);
    else if (parsed[1] === '/') { if (open.pop() !== parsed[2]) faults.push(`closed out of order: ${tag}`); } else if (parsed[4] !== '/') open.push(parsed[2] ?? '');
  }
  return [...faults, ...open.map((name) => `never closed: ${name}`)];
}

/** The text of the document, a line a paragraph, cells of a row in one line. */
export function wordText(parts: ReadonlyMap<string, string>): string {
  const xml = parts.get('word/document.xml') ?? '';
  const unescape = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const plain = (part: string) => unescape([...part.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
  return [...xml.matchAll(/<w:tr>.*?<\/w:tr>|<w:p>.*?<\/w:p>/gs)].map(([part]) => (part.startsWith('<w:tr>') ? part.split('</w:tc>').slice(0, -1).map(plain).join(' | ') : plain(part))).join('\n');
}
