/** People of the register with a number, in no order that means anything; those of a region that is kept have its hash alone. $1 how many. */
export const anyMembers = `
select m.id, m.name, m.birth_date::text as birth_date, m.id_no_enc from member m
join household h on h.county_code = m.county_code and h.id = m.household_id and h.status not in ('CLEARED_OUT', 'DEREGISTERED')
where m.id_no_bidx is not null and m.member_status <> 'REMOVED' order by m.id_no_bidx limit $1`;
export const countMembers = 'select count(*)::integer as members from member';

/** The floor: the lines with their hashes by COPY, and one hash join with the members by hash. */
export const createFloor = 'create temp table floor_line (n integer, name text, birth_date date, id_no_masked text, id_no_bidx text, line_key text, detail jsonb)';
export const copyFloor = 'copy floor_line from stdin';
export const joinFloor = 'select count(*)::integer as n from floor_line l join member m on m.id_no_bidx = l.id_no_bidx';
export const dropFloor = 'drop table floor_line';
export const planByHash = 'set enable_nestloop = off; set enable_mergejoin = off';

/** What a measurement wrote, in a region that stays for the next one. $1 comparison. */
export const forgetComparison = ['comparison_match', 'comparison_line', 'comparison_coverage'].map((table) => `delete from ${table} where comparison_id = $1`);
export const forgetList = 'delete from comparison where id = $1';
