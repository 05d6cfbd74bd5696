// The part of npm run build that nest does not do: data files beside the programs, and the web pages.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildWeb, copyAssets } from './lib/build.mjs';
import { StartFault } from './lib/fail.mjs';
import { root } from './lib/root.mjs';

try {
  const copied = copyAssets(root);
  const built = await buildWeb(root);
  console.log(`${copied} data files copied, web pages ${built ? 'built' : existsSync(path.join(root, 'dist/web')) ? 'up to date' : 'not there'}`);
} catch (error) {
  console.error(error instanceof StartFault ? error.message : error);
  process.exit(1);
}
