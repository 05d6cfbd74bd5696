// npm run depcruise: the laws of who may import whom (.dependency-cruiser.cjs), over the whole graph.
// Uses the library directly: its command line refuses Node 20, the library runs on it.
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { root as repository } from './lib/root.mjs';

const require = createRequire(import.meta.url);

/**
 * Checks the imports below `base` against the laws.
 * @param {string} base a folder laid out like the repository
 * @param {string[]} folders where to start
 * @returns {Promise<{violations: {rule: string, from: string, to: string}[], modules: number}>}
 */
export async function checkImports(base, folders) {
  const config = require(path.join(repository, '.dependency-cruiser.cjs'));
  const { tsConfig, enhancedResolveOptions, ...options } = config.options;
  const { forbidden } = config;
  const { output } = await cruise(
    folders,
    { ...options, baseDir: base, ruleSet: { forbidden }, validate: true },
    enhancedResolveOptions,
    { tsConfig: extractTSConfig(path.join(repository, tsConfig.fileName)) },
  );
  const violations = output.summary.violations.map((violation) => ({ rule: violation.rule.name, from: violation.from, to: violation.to }));
  return { violations, modules: output.summary.totalCruised };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { violations, modules } = await checkImports(repository, ['apps', 'libs', 'migrations', 'seeds', 'test']);
  for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`);
  console.log(`${modules} modules, ${violations.length} faults`);
  process.exit(violations.length > 0 ? 1 : 0);
}
