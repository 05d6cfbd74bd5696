import type { Writable } from 'node:stream';
import { ZipWriter } from '../files/zip-writer.js';
import { documentHead, documentParts, documentTail, paragraph, tableXml } from './docx-parts.js';
import type { WordBlock, WordDocument } from './word-document.js';

const styleOf = { heading: 'Heading1', text: 'Text', note: 'Note' } as const;

const blockXml = (block: WordBlock): string => (block.kind === 'table' ? tableXml(block) + paragraph('Note', '') : paragraph(styleOf[block.kind], block.text));

/** Writes a document for a word processor (ECMA-376 WordprocessingML), with the mark on every page and as its last line. */
export async function writeDocx(out: Writable, { title, subtitle, blocks }: WordDocument, mark: string): Promise<void> {
  const zip = new ZipWriter(out);
  for (const [name, xml] of documentParts(mark)) await zip.add(name, xml);
  await zip.begin('word/document.xml');
  await zip.write(documentHead + paragraph('Title', title) + subtitle.map((line) => paragraph('Under', line)).join(''));
  for (const block of blocks) await zip.write(blockXml(block));
  await zip.write(paragraph('Mark', `水印：${mark}`) + documentTail);
  await zip.end();
  await zip.finish();
}
