import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const NEXT = '9.9.9';

/**
 * Puts the files of a later build of the field desk beside those of `folder`, under names of their own, as an upgrade does; its
 * version is 9.9.9. Call it before the server lists its files. @returns puts the later build in force
 */
export function prepareNextBuild(folder: string): () => void {
  const at = (...names: string[]) => path.join(folder, 'm', ...names);
  const files = readdirSync(at('assets'));
  const renamed = new Map(files.map((file) => [file, file.replace(/(\.\w+)$/, 'n$1')]));
  const renew = (text: string) => files.reduce((sum, file) => sum.replaceAll(file, renamed.get(file) ?? file), text);
  let versions = 0;
  for (const [file, name] of renamed) {
    const text = readFileSync(at('assets', file), 'utf8');
    const next = renew(text).replaceAll(/(["'`])1\.0\.0\1/g, () => `"${NEXT}"`);
    if (next.includes(NEXT)) versions += 1;
    writeFileSync(at('assets', name), next);
  }
  if (versions === 0) throw new Error('the version is in none of the files');
  const page = renew(readFileSync(at('index.html'), 'utf8'));
  const worker = renew(readFileSync(at('sw.js'), 'utf8')).replaceAll(/(revision:")([0-9a-f]+)"/g, '$1$2n"');
  return () => {
    writeFileSync(at('index.html'), page);
    writeFileSync(at('sw.js'), worker);
  };
}
