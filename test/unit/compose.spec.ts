import { readFileSync } from 'node:fs';
import path from 'node:path';
import { composeText, parseComposition, type ComposeService } from '../support/compose.js';

const root = path.resolve(__dirname, '../..');
const text = composeText();
const compose = parseComposition(text);
const service = (name: string): ComposeService => {
  const found = compose.services[name];
  if (!found) throw new Error(`no service ${name}`);
  return found;
};

describe('the production composition', () => {
  it('has a database, a migration step, two APIs, two workers, a proxy, and Redis only on request', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['api', 'migrate', 'postgres', 'redis', 'web', 'worker']);
    expect(service('api').deploy?.replicas).toBe(2);
    expect(service('worker').deploy?.replicas).toBe(2);
    expect(Object.entries(compose.services).filter(([, { profiles }]) => profiles).map(([name]) => name)).toEqual(['redis']);
  });

  it('contains no password: every secret must be set, or composing stops with a message', () => {
    const secrets = [...text.matchAll(/\$\{((?:\w+_)?(?:PASSWORD|KEY))([^}]*)\}/g)].map(([, name, rest]) => ({ name, rest }));
    expect(secrets.length).toBeGreaterThan(5);
    const optional = secrets.filter(({ rest }) => !rest?.startsWith(':?')).map(({ name }) => name);
    // Redis itself refuses to start without its password; without a bucket there is no key.
    expect(optional).toEqual(['FILES_S3_KEY', 'REDIS_PASSWORD']);
    expect(service('redis').command?.[2]).toContain('test -n "$$REDIS_PASSWORD"');
  });

  it('lets only the migration step connect as administrator', () => {
    const withAdministrator = Object.entries(compose.services).filter(([, { environment }]) => environment?.['DATABASE_ADMIN_URL']).map(([name]) => name);
    expect(withAdministrator).toEqual(['migrate']);
    for (const name of ['api', 'worker']) {
      expect(Object.keys(service(name).environment ?? {})).toContain('DATABASE_APP_URL');
      expect(JSON.stringify(service(name).environment)).not.toContain('POSTGRES_PASSWORD');
    }
  });

  it('starts API and workers only after the migration has ended well, and that after the database is healthy', () => {
    for (const name of ['api', 'worker']) expect(service(name).depends_on?.['migrate']?.condition).toBe('service_completed_successfully');
    expect(service('migrate').depends_on?.['postgres']?.condition).toBe('service_healthy');
    expect(service('migrate').restart).toBe('no');
  });

  it('checks the health of everything that keeps running', () => {
    const unchecked = Object.entries(compose.services).filter(([name, { healthcheck }]) => name !== 'migrate' && !healthcheck).map(([name]) => name);
    expect(unchecked).toEqual([]);
  });

  it('opens only the proxy to the outside', () => {
    expect(Object.entries(compose.services).filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['web']);
    expect(compose.networks['inside']).toEqual({ internal: true });
  });

  it('keeps data on named volumes only, each declared and each used', () => {
    const used = Object.values(compose.services).flatMap(({ volumes }) => volumes ?? []).map((volume) => volume.split(':')[0]);
    expect([...new Set(used)].sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('runs Redis with an append-only file and without eviction', () => {
    expect(service('redis').command?.[2]).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
  });

  it('names programs and build targets that exist', () => {
    const named = [...text.matchAll(/dist\/(\S+?)\.js/g)].map(([, file]) => `${file}.ts`);
    expect(named.length).toBeGreaterThan(2);
    for (const file of named) expect(() => readFileSync(path.join(root, file))).not.toThrow();
    const targets = [...readFileSync(path.join(root, 'apps/api/Dockerfile'), 'utf8').matchAll(/^FROM \S+ AS (\w+)$/gm)].map(([, target]) => target);
    for (const { build } of Object.values(compose.services)) if (build) expect(targets).toContain(build.target);
  });

  it('describes in .env.example every setting of npm start', () => {
    const example = readFileSync(path.join(root, '.env.example'), 'utf8');
    const names = ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'REDIS_URL', 'LOG_LEVEL', 'KEEP_RUN_DAYS', 'BANGFU_FIELD_KEY', 'BANGFU_INDEX_KEY', 'CHROMIUM_PATH', 'FILES_S3_ENDPOINT', 'FILES_S3_BUCKET', 'FILES_S3_REGION', 'FILES_S3_KEY', 'FILES_S3_SECRET', 'FILES_IMAGE_MAX_EDGE'];
    expect(names.filter((name) => !new RegExp(`^(?:# )?${name}=`, 'm').test(example))).toEqual([]);
  });
});
