import type { DivisionLevel } from '#domain';
import { prepared } from '#platform';
import type { DivisionKind } from '../seed/division-kind.js';

export interface DivisionRow {
  code: string;
  name: string;
  level: DivisionLevel;
  kind: DivisionKind;
  parent_code: string | null;
  valid_from: string | null;
  valid_to: string | null;
  has_children: boolean;
  poverty_level: 'NATIONAL' | 'REGIONAL' | null;
  /** Divisions above, from the region down. */
  path: { code: string; name: string }[];
  rank: number;
}

const columns = `
  d.code, d.name, d.level, d.kind, d.parent_code, d.valid_from, d.valid_to,
  exists (select 1 from division c where c.parent_code = d.code) as has_children,
  (select p.level from poverty_designation p where p.division_code = d.code order by p.level limit 1) as poverty_level,
  coalesce((select jsonb_agg(jsonb_build_object('code', a.code, 'name', a.name) order by length(a.code)) from division a
    where a.code = any (array[left(d.code, 2), left(d.code, 4), left(d.code, 6), left(d.code, 9)]) and length(a.code) < length(d.code)), '[]') as path`;

/** Divisions right below $1 (the region itself when null) that exist on the day $2, after the code $3. */
export const childDivisions = `
  select ${columns}, 0 as rank
  from division d
  where d.parent_code is not distinct from $1::text and d.code > $3
    and (d.valid_from is null or d.valid_from <= $2::date) and (d.valid_to is null or d.valid_to > $2::date)
  order by d.code limit $4`;

/**
 * Divisions whose code begins with $1, or whose name or pinyin initials contain it: exact matches first, then beginnings,
 * then the rest. $2 within, $3 level, $4 day, $5 and $6 rank and code of the last row shown.
 * starts_with and strpos take the words as they are: there is nothing to escape.
 */
export const searchDivisions = `
  select ${columns}, found.rank
  from (
    select m.code, case when m.code = $1 or m.name = $1 or m.pinyin_initials = $1 then 0
      when starts_with(m.code, $1) or starts_with(m.name, $1) or starts_with(m.pinyin_initials, $1) then 1 else 2 end as rank
    from division m
    where (starts_with(m.code, $1) or strpos(m.name, $1) > 0 or strpos(m.pinyin_initials, $1) > 0)
      and m.code >= $2 and m.code < $2 || ':' and ($3::text is null or m.level = $3)
      and (m.valid_from is null or m.valid_from <= $4::date) and (m.valid_to is null or m.valid_to > $4::date)
  ) found
  join division d on d.code = found.code
  where (found.rank, found.code) > ($5::int, $6::text collate "C")
  order by found.rank, found.code limit $7`;

/** One division, valid or not. */
export const findDivision = prepared(`select ${columns}, 0 as rank from division d where d.code = $1`);

export interface LineageRow {
  from_code: string;
  from_name: string;
  to_code: string;
  to_name: string;
  kind: string;
  effective_on: string | null;
  source: string;
}

/** What a code came from and what became of it. */
export const lineageOf = prepared(`
  select l.from_code, l.from_name, l.to_code, d.name as to_name, l.kind, l.effective_on, l.source
  from division_lineage l join division d on d.code = l.to_code
  where l.from_code = $1 or l.to_code = $1
  order by l.effective_on nulls first, l.from_code`);

export interface DesignationRow {
  level: 'NATIONAL' | 'REGIONAL';
  contiguous_area: string | null;
  exit_year: number | null;
  exit_announced: string | null;
  source: string;
}

/** Poverty designations of one division. */
export const designationsOf = prepared(`
  select p.level, p.contiguous_area, p.exit_year, p.exit_announced, p.source
  from poverty_designation p where p.division_code = $1 order by p.level`);

export interface NameRow {
  code: string;
  name: string;
  parent_code: string | null;
}

/** Names of the given codes. */
export const namesOf = prepared(`select d.code, d.name, d.parent_code from division d where d.code = any ($1::text[]) order by d.code`);

/** All divisions of one level inside a division, by code. */
export const subtreeOf = `
  select d.code, d.name, d.parent_code from division d
  where d.code >= $1 and d.code < $1 || ':' and d.level = $2 and (d.valid_to is null or d.valid_to > $3::date)
  order by d.code`;

/** Where a code that is no longer valid leads to. */
export const successorsOf = `select l.to_code as code, d.name, d.parent_code from division_lineage l join division d on d.code = l.to_code where l.from_code = $1 order by l.to_code`;
