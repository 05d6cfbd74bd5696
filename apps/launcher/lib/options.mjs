import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { refuse } from './fail.mjs';

/** Written into a data folder on first use; a folder with other things in it is never taken for ours. */
export const MARKER = 'bangfu.json';

function parsePort(value) {
  if (value === undefined || value === '') return 3000;
  if (!/^[1-9]\d{0,4}$/.test(value) || Number(value) > 65_535) refuse(`PORT is not valid: ${JSON.stringify(value)} is not a number from 1 to 65535`);
  return Number(value);
}

function checkFolder(directory, shown) {
  let existing = directory;
  while (!existsSync(existing)) existing = path.dirname(existing);
  if (!statSync(existing).isDirectory()) refuse(`DATA_DIR is not valid: ${existing === directory ? shown : existing} is not a folder`);
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
  } catch {
    refuse(`DATA_DIR is not valid: ${existing === directory ? shown : existing} cannot be written to`);
  }
  if (existing !== directory) return;
  const names = readdirSync(directory).filter((name) => name !== '.gitkeep' && name !== 'lost+found');
  if (names.length > 0 && !names.includes(MARKER)) refuse(`DATA_DIR is not valid: ${shown} is not empty and was not made by Bangfu`);
}

function parseDataDir(value, base) {
  const shown = value === undefined || value === '' ? './data' : value;
  if (shown.includes('\0') || shown.trim() !== shown) refuse(`DATA_DIR is not valid: ${JSON.stringify(shown)} is not the name of a folder`);
  const directory = path.resolve(base, shown);
  checkFolder(directory, shown);
  return directory;
}

function parseUrl(name, value, schemes, hint) {
  if (value === undefined || value === '') return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !schemes.includes(url.protocol) || url.hostname === '') refuse(`${name} is not valid: expected ${hint}`);
  return url;
}

function parseDatabaseUrl(value) {
  const url = parseUrl('DATABASE_URL', value, ['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database');
  if (url && url.pathname.length < 2) refuse('DATABASE_URL is not valid: it names no database (postgres://user:password@host:5432/database)');
  return url;
}

/**
 * Reads what the person may set and refuses the first faulty value, without touching anything.
 * @param source environment variables; @param base folder that relative paths start from
 * @returns {{port: number, host: string, dataDir: string, databaseUrl: string|null, redisUrl: string|null}}
 * @throws StartFault
 */
export function parseOptions(source, base) {
  const port = parsePort(source.PORT);
  const databaseUrl = parseDatabaseUrl(source.DATABASE_URL);
  const redisUrl = parseUrl('REDIS_URL', source.REDIS_URL, ['redis:', 'rediss:'], 'redis://host:6379');
  const host = source.HOST || '127.0.0.1';
  if (net.isIP(host) === 0 && host !== 'localhost') refuse(`HOST is not valid: ${JSON.stringify(host)} is not an IP address`);
  const dataDir = parseDataDir(source.DATA_DIR, base);
  return { port, host, dataDir, databaseUrl: databaseUrl?.href ?? null, redisUrl: redisUrl?.href ?? null };
}

const reason = (error) => ({ ECONNREFUSED: 'nothing listens there', ENOTFOUND: 'no such host', EAI_AGAIN: 'no such host', ETIMEDOUT: 'no answer', EHOSTUNREACH: 'host not reachable' })[error.code] ?? error.message;

/** Opens a TCP connection and closes it again; refuses with one line when that fails. */
export function requireServer(name, address, defaultPort) {
  if (address === null) return Promise.resolve();
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port || defaultPort);
  return new Promise((resolve, reject) => {
    const fault = (text) => reject(Object.assign(new Error(text), { refused: true }));
    const socket = net.connect({ host, port, timeout: 5000 }, () => {
      socket.destroy();
      resolve();
    });
    socket.once('timeout', () => {
      socket.destroy();
      fault('no answer');
    });
    socket.once('error', (error) => fault(reason(error)));
  }).catch((error) => refuse(`${name} cannot be reached at ${host}:${port}: ${error.message}`));
}
