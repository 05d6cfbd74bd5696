// Brings dist/ up to date, for tests that run the programs instead of the sources.
import { buildServer, buildWeb } from '../../apps/launcher/lib/build.mjs';
import { root } from '../../apps/launcher/lib/root.mjs';

await Promise.all([buildServer(root), buildWeb(root)]);
