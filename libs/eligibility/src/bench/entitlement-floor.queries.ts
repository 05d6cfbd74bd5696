/**
 * What a person would write for three measures alone, over the written tables and without row security: who is entitled to the
 * Yulu grant (EMP-01), the premium subsidy (HEA-01) and the insurance for families poor by illness (HEA-06) and does not get it.
 * It knows one year and trusts the status on the card. $1 the year of the facts, $2 the running year.
 */
export const makeFloorGaps = `
drop table if exists floor_gap;
create unlogged table floor_gap (county_code text, household_id uuid, subject_id uuid, code text, primary key (household_id, subject_id, code))`;

const received = (code: string, member: string): string => `
  not exists (select 1 from assignment a where a.county_code = h.county_code and a.household_id = h.id and a.measure_code = '${code}' and a.status in ('DELIVERED', 'CLOSED')${member}
    and coalesce(a.starts_on, make_date(a.year, 1, 1)) <= make_date($2, 12, 31) and coalesce(a.ends_on, make_date(a.year, 12, 31)) >= make_date($1, 1, 1))`;
const ofPerson = ' and (a.member_id is null or a.member_id = m.id)';
const entitled = `h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')`;
const persons = `
household h
join member m on m.county_code = h.county_code and m.household_id = h.id and m.member_status <> 'REMOVED' and (m.birth_date is null or m.birth_date <= make_date($1, 12, 31))
left join member_year y on y.county_code = m.county_code and y.member_id = m.id and y.year = $1 and y.superseded_at is null`;

export const insertFloorGaps = `
insert into floor_gap
select h.county_code, h.id, m.id, 'EMP-01' from ${persons}
where ${entitled} and y.school_status in ('10', '11', '12', '13', '14', '15') and ${received('EMP-01', ofPerson)}
union all
select h.county_code, h.id, m.id, 'HEA-01' from ${persons}
where ${entitled} and (y.has_medical_insurance or y.has_employee_medical_insurance) is not true and ${received('HEA-01', ofPerson)}
union all
select h.county_code, h.id, h.id, 'HEA-06' from household h
where ${entitled} and (h.main_cause = '01' or '01' = any(h.other_causes)) and ${received('HEA-06', '')}`;

/** Rows that one side has and the other has not. */
export const floorDifferences = `
select count(*)::integer as n from floor_gap f
full join (select g.* from entitlement_gap g where g.kind = 'LACKING' and g.code in ('EMP-01', 'HEA-01', 'HEA-06')) g
  on g.household_id = f.household_id and g.subject_id = f.subject_id and g.code = f.code
where f.household_id is null or g.household_id is null`;
