import { prepareDatabase as prepare, type PrepareOptions } from '../libs/platform/src/db/migrate.js';
import { migrations } from './index.js';

/** {@link prepare} with the migrations of this product: the one entry for the command line, the tests and production. */
export function prepareDatabase(adminUrl: string, options: Omit<PrepareOptions, 'migrations'>): Promise<string[]> {
  return prepare(adminUrl, { ...options, migrations });
}
