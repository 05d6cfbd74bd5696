export interface ExpiredRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly register_code: string;
  readonly stored_name: string | null;
  readonly rows: number | null;
}

/** Lists whose days are over; one that is being matched is left until the next night. $1 today. */
export const expiredComparisons = `
select c.county_code, c.id, c.village_code, c.register_code, c.stored_name, c.rows from comparison c
where c.list_deleted_at is null and c.keep_until < $1::date and c.state <> 'matching'
order by c.id for update`;

/** $1 comparison, as in all that follow. */
export const deleteLines = 'with gone as (delete from comparison_line l where l.comparison_id = $1::uuid returning 1) select count(*)::integer as n from gone';
/** What the list said is kept only where it was found true. */
export const forgetMatches = `
with gone as (
  update comparison_match m set list_name = null, list_birth_date = null, list_id_no_masked = null, detail = '{}'
  where m.comparison_id = $1::uuid and coalesce((
    select d.verdict from comparison_verdict d where d.county_code = m.county_code and d.register_code = m.register_code and d.match_key = m.match_key
    order by d.decided_at desc, d.id desc limit 1), 'NONE') <> 'TRUE'
  returning 1
)
select count(*)::integer as n from gone`;
export const endCoverage = 'update comparison_coverage c set expired_at = $2 where c.comparison_id = $1::uuid';
/** $2 now. */
export const stampDeleted = `update comparison c set state = 'deleted', stored_name = null, list_deleted_at = $2, version = c.version + 1 where c.id = $1::uuid`;
