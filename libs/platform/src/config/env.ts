import { readFilesSettings, type FilesSettings } from './files-env.js';

/** Everything the processes read from the environment, parsed once; nobody else touches `process.env`. */
export interface Env {
  readonly mode: 'production' | 'trial' | 'test';
  readonly host: string;
  readonly port: number;
  /** Connection of the application role (owns nothing, territory enforced). */
  readonly appUrl: string;
  /** Connection of the queue role; unused when `redisUrl` is set. */
  readonly queueUrl: string;
  /** The application role on a server that follows the first: inspection reads from it. */
  readonly readUrl: string | null;
  /** Seconds that it may be behind; beyond them the primary is read. */
  readonly readMaxLagSeconds: number;
  readonly redisUrl: string | null;
  /** Folder for files that live outside the database: anchors, uploads, import files. */
  readonly dataDir: string;
  readonly files: FilesSettings;
  /** 32 bytes, hex: encrypts fields. */
  readonly fieldKey: string;
  /** 32 bytes, hex: keys the blind index of ID numbers. */
  readonly indexKey: string;
  readonly poolSize: number;
  /** Folder of the built web pages, served by the API in the trial; null when a proxy serves them. */
  readonly webDir: string | null;
  /** The Chromium that prints PDF; looked for in the usual places when null. */
  readonly chromiumPath: string | null;
  readonly logLevel: string;
  /** Days for which the record of a recalculation is kept; one that found differences stays. */
  readonly keepRunDays: number;
}

/** One line per faulty variable; the process prints them and exits with code 1. */
export class EnvError extends Error {
  constructor(readonly faults: string[]) {
    super(faults.join('\n'));
    this.name = 'EnvError';
  }
}

const urlOf = (schemes: string[]) => (value: string) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url && schemes.includes(url.protocol) ? value : null;
};
const keyOf = (value: string) => (/^[0-9a-f]{64}$/i.test(value) ? value : null);
const portOf = (value: string) => (/^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : null);
const modeOf = (value: string) => (value === 'production' || value === 'trial' || value === 'test' ? value : null);
const daysOf = (value: string) => (/^\d{1,4}$/.test(value) && Number(value) >= 7 ? Number(value) : null);
const secondsOf = (value: string) => (/^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= 3600 ? Number(value) : null);
const text = (value: string) => value;

/** Parses the environment. Throws {@link EnvError} that lists all faults at once. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const faults: string[] = [];
  const read = <T>(name: string, parse: (value: string) => T | null, hint: string, fallback?: T): T => {
    const raw = source[name];
    if (raw === undefined || raw === '') {
      if (fallback === undefined) faults.push(`${name} is missing: ${hint}`);
      return fallback as T;
    }
    const value = parse(raw);
    if (value === null) faults.push(`${name} is not valid: ${hint}`);
    return value as T;
  };
  const redisUrl = read<string | null>('REDIS_URL', urlOf(['redis:', 'rediss:']), 'a redis:// address', null);
  const env: Env = {
    mode: read('BANGFU_MODE', modeOf, 'production, trial or test', 'production'),
    host: read('HOST', text, 'an address to listen on', '127.0.0.1'),
    port: read('PORT', portOf, 'a port number from 0 to 65535', 3000),
    appUrl: read('DATABASE_APP_URL', urlOf(['postgres:', 'postgresql:']), 'a postgres:// address of the application role'),
    queueUrl: read('DATABASE_QUEUE_URL', urlOf(['postgres:', 'postgresql:']), 'a postgres:// address of the queue role', redisUrl ? '' : undefined),
    readUrl: read<string | null>('DATABASE_READ_URL', urlOf(['postgres:', 'postgresql:']), 'a postgres:// address of the application role on a read replica', null),
    readMaxLagSeconds: read('DATABASE_READ_MAX_LAG', secondsOf, 'a number of seconds from 1 to 3600', 30),
    redisUrl,
    dataDir: read('DATA_DIR', text, 'a folder', './data'),
    files: readFilesSettings(read, source),
    fieldKey: read('BANGFU_FIELD_KEY', keyOf, '64 hexadecimal digits'),
    indexKey: read('BANGFU_INDEX_KEY', keyOf, '64 hexadecimal digits'),
    poolSize: read('DATABASE_POOL', portOf, 'a number of connections', 10),
    webDir: read<string | null>('WEB_DIR', text, 'a folder', null),
    chromiumPath: read<string | null>('CHROMIUM_PATH', text, 'the path of a Chromium', null),
    logLevel: read('LOG_LEVEL', text, 'debug, info, warn or error', 'info'),
    keepRunDays: read('KEEP_RUN_DAYS', daysOf, 'a number of days from 7 to 9999', 90),
  };
  if (faults.length > 0) throw new EnvError(faults);
  return Object.freeze(env);
}

/** Injection token of {@link Env}. */
export const ENV = Symbol('Env');
