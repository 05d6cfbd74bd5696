import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const importPattern = /(?:^|[\s;}])(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;

function resolveImport(root, importer, specifier) {
  const alias = /^#([a-z]+)$/.exec(specifier);
  const target = alias
    ? path.join(root, 'libs', alias[1], 'src', 'index.ts')
    : specifier.startsWith('.') ? path.resolve(path.dirname(importer), specifier.replace(/\.js$/, '.ts')) : null;
  if (target === null) return null;
  return existsSync(target) ? target : null;
}

/** All TypeScript sources that the entry files reach by imports, sorted; type-only imports are not followed. */
export function sourceClosure(root, entries) {
  const seen = new Map();
  const queue = entries.filter((entry) => existsSync(entry));
  while (queue.length > 0) {
    const file = queue.pop();
    if (seen.has(file)) continue;
    const text = readFileSync(file, 'utf8');
    seen.set(file, text);
    for (const [, statement, call] of text.matchAll(importPattern)) {
      const target = resolveImport(root, file, statement ?? call);
      if (target && !seen.has(target)) queue.push(target);
    }
  }
  return new Map([...seen].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every file below a directory, sorted. */
export function listFiles(directory) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** One hash over named contents. */
export function hashOf(files) {
  const hash = createHash('sha256');
  for (const [name, content] of files) hash.update(name).update('\0').update(content).update('\0');
  return hash.digest('hex').slice(0, 20);
}

/** Compiles the sources with swc below `target`, laid out as `npm run build` lays out dist/, with the same `#x` imports. */
export async function compileClosure(root, sources, target) {
  const { transform } = await import('@swc/core');
  const options = { ...JSON.parse(readFileSync(path.join(root, '.swcrc'), 'utf8')), swcrc: false, sourceMaps: 'inline' };
  delete options.$schema;
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'package.json'), JSON.stringify({ type: 'module', imports: manifest.imports }));
  await Promise.all([...sources].map(async ([file, text]) => {
    const relative = path.relative(root, file);
    const { code } = await transform(text, { ...options, filename: file });
    const output = path.join(target, 'dist', relative.replace(/\.ts$/, '.js'));
    mkdirSync(path.dirname(output), { recursive: true });
    writeFileSync(output, code);
  }));
}
