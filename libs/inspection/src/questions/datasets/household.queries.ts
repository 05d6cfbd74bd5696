import { HOUSEHOLD_FACTS } from '#domain';
import { dayOf, type MomentSql, type RelationSql } from './relation.js';

const verdict = (alias: string, rule: string) => (m: MomentSql): string =>
  `left join household_verdict ${alias} on ${alias}.county_code = x.county_code and ${alias}.household_id = x.id and ${alias}.year = ${m.year} and ${alias}.rule_code = '${rule}'`;

/** What a household was on a day, from the dates of its last registration begun by then. */
const statusByDates = (on: string): string => `case
  when e.id is null then 'CANDIDATE'
  when e.closed_on <= ${on} and e.status in ('CLEARED_OUT', 'DEREGISTERED') then e.status
  when e.not_entitled_on <= ${on} then 'EXITED_NOT_ENTITLED'
  when e.exited_on <= ${on} then 'EXITED_ENTITLED'
  else 'REGISTERED' end`;

/** Households with their facts and verdicts of one year; those that were not computed yet have none and are unproven. */
export const householdRelation: RelationSql = {
  name: 'household',
  from: 'household x',
  household: 'x.id',
  where: (m) => [m.knownBy('x.created_at')],
  joins: {
    f: (m) => `left join household_fact f on f.county_code = x.county_code and f.household_id = x.id and f.year = ${m.year}`,
    e: (m) => `left join (
      select distinct on (p.county_code, p.household_id) p.* from episode p where p.entered_on <= ${m.on} order by p.county_code, p.household_id, p.sequence desc
    ) e on e.county_code = x.county_code and e.household_id = x.id`,
    v_exit: verdict('v_exit', 'household.exit'),
    v_re_entry: verdict('v_re_entry', 'household.re_entry'),
    v_ineligible: verdict('v_ineligible', 'household.ineligible'),
  },
  columns: (m) => ({
    head_name: 'x.head_name',
    household_code: 'x.household_code',
    phone: 'x.phone_masked',
    present_status: m.then<string | [string, string]>([statusByDates(m.on), 'e'], 'x.status'),
    entered_on: ['e.entered_on', 'e'],
    entry_kind: ['e.entry_kind', 'e'],
    exited_on: [`case when e.exited_on <= ${m.on} then e.exited_on end`, 'e'],
    episode_no: ['e.sequence', 'e'],
    added_on: dayOf('x.created_at'),
    exit_verdict: ['v_exit.verdict', 'v_exit'],
    re_entry_verdict: ['v_re_entry.verdict', 'v_re_entry'],
    ineligible_verdict: ['v_ineligible.verdict', 'v_ineligible'],
    ...Object.fromEntries(HOUSEHOLD_FACTS.map(({ name }) => [name, [`f.${name}`, 'f'] as const])),
  }),
};
