import { inflateSync } from 'node:zlib';

/** Objects of a PDF by number: dictionary and inflated stream. Enough for the files that Chromium writes. */
function objectsOf(pdf: Buffer): Map<string, { head: string; stream: string }> {
  const whole = pdf.toString('latin1');
  const found = new Map<string, { head: string; stream: string }>();
  for (const match of whole.matchAll(/(?:^|\n)(\d+) 0 obj\n?/g)) {
    const from = match.index + match[0].length;
    const end = whole.indexOf('endobj', from);
    const at = whole.indexOf('stream\n', from);
    const has = at !== -1 && at < end;
    const head = whole.slice(from, has ? at : end);
    const bytes = has ? pdf.subarray(at + 7, whole.indexOf('endstream', at)) : Buffer.alloc(0);
    found.set(match[1] ?? '', { head, stream: has && /FlateDecode/.test(head) ? inflated(bytes) : bytes.toString('latin1') });
  }
  return found;
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { finishFlush: 2 }).toString('latin1');
  } catch {
    return '';
  }
}

const unitsOf = (hex: string): string => (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');

/** Which character a glyph stands for. */
function charactersOf(cmap: string): Map<number, string> {
  const table = new Map<number, string>();
  // Fonts of drawn glyphs count them in one byte.
  if (/begincodespacerange\s*<00>/.test(cmap)) table.set(-1, '');
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) for (const [, glyph = '', to = ''] of block.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi)) table.set(parseInt(glyph, 16), unitsOf(to));
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi)) {
      for (let glyph = parseInt(from, 16); glyph <= parseInt(to, 16); glyph += 1) table.set(glyph, String.fromCharCode(parseInt(first, 16) + glyph - parseInt(from, 16)));
    }
  }
  return table;
}

/** What a reader would copy out of a PDF, page by page. */
export function pdfPages(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const referred = (head: string, name: string): string => new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? '';
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const fonts = new Map([...(/\/Font\s*<<([^>]*)>>/.exec(head)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, charactersOf(objects.get(referred(objects.get(id)?.head ?? '', 'ToUnicode'))?.stream ?? '')]));
    let font: Map<number, string> | undefined;
    let out = '';
    // What is drawn between a stated text and its end has been said already.
    let stated = false;
    const content = objects.get(referred(head, 'Contents'))?.stream ?? '';
    for (const [token, said, name, hex] of content.matchAll(/\/ActualText <FEFF([0-9A-Fa-f]*)>|\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\bET\b|\bEMC\b/g)) {
      if (said !== undefined) out += unitsOf(said);
      else if (name !== undefined) font = fonts.get(name);
      else if (hex !== undefined && !stated) out += (hex.match(font?.has(-1) ? /../g : /..../g) ?? []).map((glyph) => font?.get(parseInt(glyph, 16)) ?? '').join('');
      else if (token === 'ET') out += ' ';
      if (said !== undefined || token === 'EMC') stated = said !== undefined;
    }
    return out;
  });
}
