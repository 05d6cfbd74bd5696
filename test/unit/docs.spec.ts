import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { householdStatuses, roles } from '#domain';

function markdown(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? markdown(file) : file.endsWith('.md') ? [file] : [];
  });
}
const pages = ['README.md', 'README.zh-CN.md', ...markdown('docs')];
const textOf = (file: string): string => readFileSync(file, 'utf8');
const linksOf = (file: string): string[] => [...textOf(file).matchAll(/\]\(([^)#\s]+)/g)].map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link));
/** Paths of the repository that a page names in code style; those with a placeholder or an ellipsis are left out. */
const pathsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/`((?:libs|apps|seeds|test|migrations|docs)\/[^`\s]*)`/g)].map(([, found = '']) => found.replace(/\/?\*.*$/, '')).filter((found) => !/[{}<>…]/.test(found));

describe('the documentation', () => {
  it.each(pages)('%s links only to files that exist', (file) => {
    expect(linksOf(file).filter((link) => !existsSync(path.join(path.dirname(file), link)))).toEqual([]);
  });

  it.each(pages)('%s names only paths that exist', (file) => {
    expect(pathsOf(file).filter((found) => !existsSync(found))).toEqual([]);
  });

  it('speaks only of npm scripts that there are', () => {
    const scripts = Object.keys((JSON.parse(textOf('package.json')) as { scripts: object }).scripts);
    const named = pages.flatMap((file) => [...textOf(file).matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name));
    expect([...new Set(named)].filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it('has a word for every role, status and procedure', () => {
    const glossary = textOf('docs/glossary.md');
    const packs = readdirSync('seeds/reference/packs').map((file) => (JSON.parse(textOf(`seeds/reference/packs/${file}`)) as { code: string }).code);
    expect([...roles, ...householdStatuses, ...packs].filter((word) => !glossary.includes(`\`${word}\``))).toEqual([]);
  });
});
