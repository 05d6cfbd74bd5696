import type { ClientBase } from 'pg';

export interface ChainRow {
  seq: number;
  id: string;
  hash: Buffer;
  digest: Buffer | null;
}
export interface HeadRow {
  county_code: string;
  seq: number;
  hash: Buffer;
}

/** Heads of all chains in the scope. */
export async function chainHeads(client: ClientBase): Promise<HeadRow[]> {
  const { rows } = await client.query<HeadRow>('select h.county_code, h.seq, h.hash from audit_head h order by h.county_code');
  return rows;
}

/** A stretch of one county's chain with the digest of each row as it reads now; a row that is gone has none. */
export async function chainPage(client: ClientBase, county: string, after: number, limit: number): Promise<ChainRow[]> {
  const { rows } = await client.query<ChainRow>(
    `select s.seq, s.audit_id as id, s.hash, case when a.id is null then null else app.row_digest(a) end as digest
     from audit_seal s
     left join audit_log a on a.county_code = s.county_code and a.id = s.audit_id and a.recorded_on = s.recorded_on
     where s.county_code = $1 and s.seq > $2 order by s.seq limit $3`,
    [county, after, limit],
  );
  return rows;
}

/** Rows below the sealed boundary that no seal names: inserted past the chain. */
export async function unsealedBelowBoundary(client: ClientBase, county: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select a.id from audit_log a join audit_head h on h.county_code = a.county_code
     where a.county_code = $1 and a.xid < h.boundary
       and not exists (select 1 from audit_seal s where s.county_code = a.county_code and s.audit_id = a.id) limit 20`,
    [county],
  );
  return rows.map((row) => row.id);
}
