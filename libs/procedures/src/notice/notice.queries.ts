export const insertNotice = `insert into notice select r.* from jsonb_populate_record(null::notice, $1::jsonb) r`;
export const insertObjection = `insert into objection select r.* from jsonb_populate_record(null::objection, $1::jsonb) r`;

/** $1 county, $2 notice, $3 state, $4 last day or null, $5 days lost to objections, $6 closed on or null. */
export const moveNotice = `
update notice n set state = $3, closes_on = $4::date, paused_days = $5, closed_on = $6::date, version = n.version + 1
where n.county_code = $1 and n.id = $2`;

/** $1 county, $2 case, $3 steps that are done again. Returns the notices with the last day on which they hung. */
export const voidNotices = `
with hung as (
  select o.county_code, o.id, o.closes_on from notice o
  where o.county_code = $1 and o.case_id = $2 and o.step = any($3::text[]) and o.state <> 'VOID')
update notice n set state = 'VOID', closes_on = null, version = n.version + 1
from hung where n.county_code = hung.county_code and n.id = hung.id
returning n.id, hung.closes_on, n.closed_on`;

/** Notices that had run their time and were set aside hold again. $1 county, $2 case, $3 `[{id, closesOn}]`. */
export const restoreNotices = `
update notice n set state = 'CLOSED', closes_on = v."closesOn", version = n.version + 1
from jsonb_to_recordset($3::jsonb) as v(id uuid, "closesOn" date)
where n.county_code = $1 and n.case_id = $2 and n.id = v.id and n.state = 'VOID' and n.closed_on is not null`;

/** $1 county, $2 objection, $3 result, $4 finding, $5 user, $6 name, $7 at, $8 on. */
export const settleObjection = `
update objection o set state = 'SETTLED', result = $3, finding = $4, settled_by = $5, settled_by_name = $6, settled_at = $7, settled_on = $8::date, version = o.version + 1
where o.county_code = $1 and o.id = $2 and o.state = 'OPEN'`;

/** Objections that nobody needs to settle any more, because the case has ended. $1 county, $2 case. */
export const lapseObjections = `
update objection o set state = 'LAPSED', version = o.version + 1 where o.county_code = $1 and o.case_id = $2 and o.state = 'OPEN'`;

export const findObjection = `select o.* from objection o where o.county_code = $1 and o.id = $2`;
