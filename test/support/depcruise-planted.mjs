// Checks the imports of a folder laid out like the repository; writes the violations as JSON.
import { checkImports } from '../../apps/launcher/depcruise.mjs';

const [base, ...folders] = process.argv.slice(2);
process.stdout.write(JSON.stringify((await checkImports(base, folders)).violations));
