import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

function lookUp(name) {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => entry.startsWith(`${name}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}

/**
 * PostgreSQL refuses to run as root. As root this names the system user to run it as (`postgres`, made when missing);
 * as an ordinary user it returns null: run it as yourself.
 */
export function postgresAccount() {
  if (process.platform === 'win32' || process.getuid() !== 0) return null;
  const existing = lookUp('postgres');
  if (existing) return existing;
  spawnSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' });
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/bin/false', '-g', 'postgres', 'postgres'], { stdio: 'ignore' });
  const created = lookUp('postgres') ?? lookUp('nobody');
  if (!created) throw new Error('PostgreSQL does not run as root and no user "postgres" could be created; start as an ordinary user');
  return created;
}
