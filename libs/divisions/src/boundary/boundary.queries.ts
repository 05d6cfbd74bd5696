export interface BoundaryRow {
  code: string;
  approval_number: string;
  areas: number;
  sha256: string;
  uploaded_by: string;
  uploaded_at: Date;
}

export const listBoundaries = `
select b.code, b.approval_number, b.areas, b.sha256, b.uploaded_by, b.uploaded_at from division_boundary b
where b.code >= $1 and b.code < $2 order by b.code`;

export const findBoundary = `
select b.code, b.approval_number, b.areas, b.sha256, b.uploaded_by, b.uploaded_at, b.geojson from division_boundary b where b.code = $1`;

/** $1 county, $2 approval number, $3 areas, $4 hash, $5 GeoJSON, $6 who, $7 when. */
export const putBoundary = `
insert into division_boundary (code, approval_number, areas, sha256, geojson, uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5::jsonb, $6, $7)
on conflict (code) do update set approval_number = excluded.approval_number, areas = excluded.areas, sha256 = excluded.sha256, geojson = excluded.geojson,
  uploaded_by = excluded.uploaded_by, uploaded_at = excluded.uploaded_at
returning code, approval_number, areas, sha256, uploaded_by, uploaded_at`;

export const removeBoundary = `delete from division_boundary b where b.code = $1 returning b.code`;

/** Codes of $1 that are no division of today. */
export const unknownCodes = `
select c.code from unnest($1::text[]) as c(code) where not exists (select 1 from division d where d.code = c.code and d.valid_to is null) order by c.code limit 10`;
