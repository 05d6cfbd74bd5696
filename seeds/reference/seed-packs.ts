import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { canonicalJson, parsePack, type Pack } from '#domain';

const insertPacks = `
insert into procedure_pack (id, code, version, subject_kind, name, source, content, content_hash, valid_from, valid_to)
select app.uuid_v7(), p.code, p.version, p.subject_kind, p.name, p.source, p.content, p.content_hash, p.valid_from, p.valid_to
from jsonb_to_recordset($1::jsonb) p(code text, version integer, subject_kind text, name jsonb, source text, content jsonb, content_hash text, valid_from date, valid_to date)
on conflict (code, version) do nothing`;

/** Packs below `seeds/reference/packs`. @throws Error that lists the faults of a pack that obeys not every law */
export function readPacks(root = process.env['BANGFU_ROOT'] ?? process.cwd()): Pack[] {
  const folder = path.join(root, 'seeds/reference/packs');
  return readdirSync(folder).sort().map((file) => {
    const { pack, faults } = parsePack(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
    if (faults.length > 0) throw new Error(`${file}: ${faults.map((fault) => `${fault.path} ${fault.message.en}`).join('; ')}`);
    return pack;
  });
}

/** Publishes the packs that are not there yet; a version that exists is never changed. Returns the number of new ones. */
export async function seedPacks(client: ClientBase): Promise<number> {
  const rows = readPacks().map((pack) => ({
    code: pack.code, version: pack.version, subject_kind: pack.subject, name: pack.name, source: pack.source, content: pack,
    content_hash: createHash('sha256').update(canonicalJson(pack)).digest('hex'), valid_from: pack.validFrom, valid_to: pack.validTo,
  }));
  return (await client.query(insertPacks, [JSON.stringify(rows)])).rowCount ?? 0;
}
