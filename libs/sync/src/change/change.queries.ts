/** Where reading stands: every transaction below `xmin` is over, `next` is the first that has not begun. */
export const readPosition = `
select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xmin, pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next,
  extract(epoch from clock_timestamp())::bigint * 1000 as at`;
export interface PositionRow {
  xmin: number;
  next: number;
  at: number;
}

/** $1 village, $2 day. */
export const villageName = 'select d.name from division d where d.code = $1 and (d.valid_from is null or d.valid_from <= $2::date) and (d.valid_to is null or d.valid_to > $2::date)';

const changed = (alias: string) => `(($1::bigint - ${alias}.xmin::text::bigint) & 4294967295) <= $2::bigint`;
/** Whether rules, parameters, measures or packs changed. $1 next transaction, $2 how many back. */
export const referenceChanged = `
select exists (select 1 from rule_version r where ${changed('r')}) or exists (select 1 from parameter p where ${changed('p')})
  or exists (select 1 from measure_version m where ${changed('m')}) or exists (select 1 from procedure_pack k where ${changed('k')}) as changed`;
