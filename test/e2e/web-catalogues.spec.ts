import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { enField } from '../../apps/web/src/i18n/en/field/index.js';
import { en } from '../../apps/web/src/i18n/en/index.js';
import { zhField } from '../../apps/web/src/i18n/zh/field/index.js';
import { zh } from '../../apps/web/src/i18n/zh/index.js';

const source = path.resolve(__dirname, '../../apps/web/src');
const han = /\p{Script=Han}/u;

function textsOf(catalogue: object, prefix = ''): Map<string, string> {
  return new Map(Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => (typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : [...textsOf(value as object, `${prefix}${key}.`)])));
}
const variables = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/^(?:i18n|api\/generated)\//.test(file));
const contentOf = (file: string): string => readFileSync(path.join(source, file), 'utf8');

describe('the texts of the pages', () => {
  const chinese = textsOf({ ...zh, ...zhField });
  const english = textsOf({ ...en, ...enField });

  it('exist in both languages under the same keys', () => {
    expect(chinese.size).toBeGreaterThan(400);
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('name the same variables in both languages', () => {
    const differing = [...chinese].filter(([key, text]) => variables(text).join() !== variables(english.get(key) ?? '').join());
    expect(differing).toEqual([]);
  });

  it('are Chinese in the one and free of Chinese in the other', () => {
    const wordless = new Set(['areas.villageTitle', 'areas.countyTitle', 'households.history.op.LIFE_EVENT', 'cases.start.yearLacking']);
    expect([...chinese].filter(([key, text]) => !han.test(text) && !wordless.has(key))).toEqual([]);
    expect([...english].filter(([, text]) => han.test(text))).toEqual([]);
  });

  it('stand in the catalogues and nowhere in the components', () => {
    const own = new Set(['ui/language-switch.tsx']);
    const bare = files.filter((file) => !own.has(file)).flatMap((file) => contentOf(file).split('\n')
      .map((line, index) => ({ place: `${file}:${index + 1}`, line: line.replace(/\/\*.*?\*\/|\/\/.*$|^\s*\*.*$|^\s*\/\*\*.*$/g, '') }))
      .filter(({ line }) => han.test(line)).map(({ place, line }) => `${place} ${line.trim()}`));
    expect(bare).toEqual([]);
  });

  it('are all in use', () => {
    const code = files.map(contentOf).join('\n');
    // `t('a.b')` by its name; `t(`a.b.${…}`)` by everything before the variable.
    const named = new Set([...code.matchAll(/'([a-z]\w*(?:\.\w+)+)'/g)].map((match) => match[1] ?? ''));
    const prefixes = [...code.matchAll(/[`']([a-z]\w*(?:\.\w+)*\.)\$\{/g)].map((match) => match[1] ?? '');
    expect([...chinese.keys()].filter((key) => !named.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)))).toEqual([]);
  });

  it('of the office stay out of the field desk, which does not carry them', () => {
    const carried = Object.keys(zhField);
    const used = files.filter((file) => file.startsWith('field/')).flatMap((file) => [...contentOf(file).matchAll(/\bt\([`']([a-z]\w*)\./g)].map((match) => match[1] ?? ''));
    expect([...new Set(used)].filter((room) => !carried.includes(room))).toEqual([]);
  });

  it('hold no exclamation marks and none of the phrases that say nothing', () => {
    expect([...chinese].filter(([, text]) => /[！!]|操作成功|系统提示/.test(text))).toEqual([]);
  });
});
