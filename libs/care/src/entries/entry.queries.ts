export interface EntryRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly register_code: string;
  readonly household_id: string;
  readonly member_id: string | null;
  readonly verdict: 'met' | 'unproven';
  readonly leaves: string;
  readonly year: number;
  readonly version_id: string;
  readonly since: string;
  readonly until: string | null;
  readonly head_name: string;
  readonly household_code: string | null;
  readonly household_status: string;
  readonly member_name: string | null;
  readonly gender: string | null;
  readonly birth_date: string | null;
  readonly last_contact_on: string | null;
  readonly contracted: boolean | null;
}

/**
 * The last time somebody looked in on a person, on whatever register: a contact, or a visit at which the person was met. On a
 * register of households any of either counts. A visit that found nobody at home is none.
 */
const lastContact = `
left join lateral (
  select greatest(max(c.contacted_on), (
      select max(v.visited_on) from visit v
      where v.county_code = e.county_code and v.household_id = e.household_id and v.way <> 'NOT_HOME' and (e.member_id is null or e.member_id = any(v.persons_met))
    )) as last_contact_on,
    (array_agg(c.contracted order by c.contacted_on desc, c.id desc) filter (where c.contracted is not null))[1] as contracted
  from care_contact c
  where c.county_code = e.county_code and c.household_id = e.household_id and (e.member_id is null or c.member_id is null or c.member_id = e.member_id)
) k on true`;

const columns = `e.county_code, e.id, e.village_code, e.register_code, e.household_id, e.member_id, e.verdict, e.leaves, e.year, e.version_id, e.since, e.until,
  h.head_name, h.household_code, h.status as household_status, m.name as member_name, m.gender, m.birth_date`;

const people = `
join household h on h.county_code = e.county_code and h.id = e.household_id
left join member m on m.county_code = e.county_code and m.id = e.member_id`;

/** As in the list of households: without bitmaps and full sorts the index is walked in the order of the list and stops after a page. */
export const walkInOrder = `select set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`;

/**
 * Entries of a register ($3), by village and id. $1 from village, $2 to village, $4 verdict, $5 and $6 cursor, $7 limit; of
 * those that are due also $8 days between contacts, $9 today.
 */
const list = (state: string, due: boolean): string => `
with page as (
  select e.* from care_entry e ${due ? lastContact : ''}
  where e.village_code >= $1 and e.village_code < $2 and e.register_code = $3 and e.verdict = $4 and ${state}
    ${due ? 'and greatest(e.since, k.last_contact_on) + $8::integer < $9::date' : ''}
    and ($5::text is null or (e.village_code, e.id) > ($5, $6::uuid))
  order by e.village_code, e.id
  limit $7
)
select ${columns}, k.last_contact_on, k.contracted
from page e ${people} ${lastContact}
order by e.village_code, e.id`;
const [open, closed] = ['e.until is null', 'e.until is not null'];
export const listEntries = { on: { all: list(open, false), due: list(open, true) }, left: { all: list(closed, false), due: list(closed, true) } } as const;

/** One entry with its person. $1 county, $2 id. */
export const findEntry = `
select ${columns}, k.last_contact_on, k.contracted
from care_entry e ${people} ${lastContact}
where e.county_code = $1 and e.id = $2`;

/** Entries of one household, those that hold first. $1 county, $2 household. */
export const entriesOfHousehold = `
select ${columns}, k.last_contact_on, k.contracted
from care_entry e ${people} ${lastContact}
where e.county_code = $1 and e.household_id = $2
order by (e.until is not null), e.verdict, e.register_code, e.since desc, e.id`;

export interface SummaryRow {
  readonly division: string;
  readonly register_code: string;
  readonly entries: number;
  readonly unproven: number;
  readonly overdue: number;
  readonly entered: number;
  readonly left_register: number;
}

/**
 * Numbers of a division by child division. $1 from village, $2 to village, $3 digits of a child's code, $4 days between
 * contacts by register as JSON, $5 today, $6 day from which entries and leavers are counted.
 */
export const summary = `
with contact as (
  select c.county_code, c.household_id, c.member_id, c.contacted_on as on_day from care_contact c
  where c.village_code >= $1 and c.village_code < $2
  union all
  -- No interval is longer than a year, and without any nobody asks for the last visit.
  select v.county_code, v.household_id, m.id, v.visited_on from visit v cross join lateral unnest(v.persons_met) m(id)
  where v.village_code >= $1 and v.village_code < $2 and v.way <> 'NOT_HOME' and v.visited_on >= $5::date - 366
    and (select bool_or(d.value is not null) from jsonb_each_text($4::jsonb) d)
),
of_person as (select c.county_code, c.member_id, max(c.on_day) as on_day from contact c group by 1, 2),
of_household as (select c.county_code, c.household_id, max(c.on_day) as on_day, max(c.on_day) filter (where c.member_id is null) as on_day_of_all from contact c group by 1, 2),
entry as (
  select e.*, left(e.village_code, $3) as division, ($4::jsonb ->> e.register_code)::integer as days,
    case when e.member_id is null then greatest(e.since, h.on_day) else greatest(e.since, p.on_day, h.on_day_of_all) end as last_on
  from care_entry e
  left join of_person p on p.county_code = e.county_code and p.member_id = e.member_id
  left join of_household h on h.county_code = e.county_code and h.household_id = e.household_id
  where e.village_code >= $1 and e.village_code < $2 and (e.until is null or e.until >= $6::date)
)
select e.division, e.register_code,
  count(*) filter (where e.until is null and e.verdict = 'met')::integer as entries,
  count(*) filter (where e.until is null and e.verdict = 'unproven')::integer as unproven,
  count(*) filter (where e.until is null and e.verdict = 'met' and e.last_on + e.days < $5::date)::integer as overdue,
  count(*) filter (where e.verdict = 'met' and e.since >= $6::date)::integer as entered,
  count(*) filter (where e.verdict = 'met' and e.until >= $6::date)::integer as left_register
from entry e
group by 1, 2
order by 1, 2`;
/** Whole divisions are joined by hash; below row security the planner expects a row or two. */
export const byHash = 'set local enable_nestloop = off; set local enable_mergejoin = off';

export const findContact = 'select c.* from care_contact c where c.county_code = $1 and c.id = $2';
export const insertContact = `
insert into care_contact (county_code, id, village_code, entry_id, register_code, household_id, member_id, contacted_on, way, met, found, needs_help, contracted)
values ($1, $2, $3, $4, $5, $6, $7, $8::date, $9, $10, $11, $12, $13)
returning *`;
/** Contacts with the person (or household) of an entry, newest first. $1 county, $2 household, $3 member or null. */
export const contactsOf = `
select c.*, u.display_name as recorded_by_name from care_contact c
left join app_user u on u.id = c.recorded_by
where c.county_code = $1 and c.household_id = $2 and ($3::uuid is null or c.member_id is null or c.member_id = $3)
order by c.contacted_on desc, c.id desc
limit 100`;

export interface ContactRow {
  readonly county_code: string;
  readonly id: string;
  readonly entry_id: string;
  readonly register_code: string;
  readonly household_id: string;
  readonly member_id: string | null;
  readonly contacted_on: string;
  readonly way: string;
  readonly met: string | null;
  readonly found: string;
  readonly needs_help: boolean;
  readonly contracted: boolean | null;
  readonly recorded_at: Date;
  readonly recorded_by_name?: string | null;
}

/** Rows that follow a household to another village. $1 county, $2 household, $3 village. */
export const carryRows = [
  'update care_entry e set village_code = $3 where e.county_code = $1 and e.household_id = $2 and e.village_code <> $3',
  'update care_contact c set village_code = $3 where c.county_code = $1 and c.household_id = $2 and c.village_code <> $3',
  'update care_finding f set village_code = $3 where f.county_code = $1 and f.household_id = $2 and f.village_code <> $3',
] as const;
