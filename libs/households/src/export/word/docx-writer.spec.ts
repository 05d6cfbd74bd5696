import { PassThrough } from 'node:stream';
import { wordParts, wordText, xmlFaults } from '../../../../../test/support/word-parts.js';
import { writeDocx } from './docx-writer.js';
import type { WordDocument } from './word-document.js';

async function written(document: WordDocument, mark = '督查甲 2026-11-23T09:00 0123456789ab'): Promise<Map<string, string>> {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  await writeDocx(out, document, mark);
  out.end();
  return wordParts(Buffer.concat(chunks));
}

const brief: WordDocument = {
  title: '督查简报', subtitle: ['期间：2026-01-01 至 2026-11-23'],
  blocks: [
    { kind: 'heading', text: '1. 农户数量' }, { kind: 'text', text: '武川县，在册户：12 户。' },
    { kind: 'table', headings: ['分组', '数量'], rows: [['哈乐镇', '9'], ['其他', '不足 3，未显示']], numeric: [1] }, { kind: 'note', text: 'SHA-256：00ff' },
  ],
};

describe('a document for a word processor', () => {
  it('is a package whose parts are well-formed, declared, and found by their relationships', async () => {
    const parts = await written(brief);
    for (const [name, xml] of parts) expect([name, xmlFaults(xml)]).toEqual([name, []]);
    const declared = [...(parts.get('[Content_Types].xml') ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
    expect(declared.sort()).toEqual(['word/document.xml', 'word/footer1.xml', 'word/header1.xml', 'word/styles.xml']);
    expect(parts.get('_rels/.rels')).toContain('Target="word/document.xml"');
    const relations = new Map([...(parts.get('word/_rels/document.xml.rels') ?? '').matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)].map(([, id, target]) => [id, target]));
    for (const target of relations.values()) expect(parts.has(`word/${target}`)).toBe(true);
    const used = [...(parts.get('word/document.xml') ?? '').matchAll(/r:id="(\w+)"/g)].map(([, id]) => relations.get(id ?? ''));
    expect(used).toEqual(['header1.xml', 'footer1.xml']);
    const styles = new Set([...(parts.get('word/styles.xml') ?? '').matchAll(/w:styleId="(\w+)"/g)].map(([, id]) => id));
    for (const [, style] of [...parts.values()].join('').matchAll(/w:pStyle w:val="(\w+)"/g)) expect(styles).toContain(style);
  });

  it('reads in the order in which it was given and bears the mark on every page and as its last line', async () => {
    const parts = await written(brief);
    expect(wordText(parts)).toBe(['督查简报', '期间：2026-01-01 至 2026-11-23', '1. 农户数量', '武川县，在册户：12 户。', '分组 | 数量', '哈乐镇 | 9', '其他 | 不足 3，未显示', '', 'SHA-256：00ff', '水印：督查甲 2026-11-23T09:00 0123456789ab'].join('\n'));
    for (const part of ['word/header1.xml', 'word/footer1.xml']) expect(parts.get(part)).toContain('督查甲 2026-11-23T09:00 0123456789ab');
  });

  it('takes any text as text: signs of the format, line feeds and what no document can hold', async () => {
    const nasty = '<w:p> & "甲" ]]> \u0000\u0007 第一行\n第二行 \ud800';
    const parts = await written({ title: nasty, subtitle: [nasty], blocks: [{ kind: 'table', headings: [nasty], rows: [[nasty]], numeric: [] }] }, nasty);
    for (const [name, xml] of parts) expect([name, xmlFaults(xml)]).toEqual([name, []]);
    expect(wordText(parts).split('\n')[0]).toBe('<w:p> & "甲" ]]>  第一行 第二行 ');
  });
});
