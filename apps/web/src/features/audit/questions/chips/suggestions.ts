import { poorStatuses, type DatasetName, type Rule } from '#domain';

interface Suggestion {
  readonly label: 'registered' | 'belowLine' | 'unvisited' | 'unsafeHousing' | 'exitUnproven' | 'openCases' | 'notHome';
  readonly rule: Rule;
}

/** What is asked most, one click each. */
export const suggestions: Readonly<Partial<Record<DatasetName, readonly Suggestion[]>>> = {
  household: [
    { label: 'registered', rule: { field: 'status', operator: 'in', value: [...poorStatuses] } },
    { label: 'belowLine', rule: { field: 'net_income_per_capita_fen', operator: '<', value: { param: 'poverty_line' } } },
    // The rule language knows the date relative to the day of the question only in questions, so its type does not name it.
    { label: 'unvisited', rule: { over: 'visits', quantifier: 'none', where: { field: 'visited_on', operator: '>=', value: { daysBefore: 90 } } } as unknown as Rule },
    { label: 'unsafeHousing', rule: { field: 'housing_safe', operator: '=', value: false } },
    { label: 'exitUnproven', rule: { field: 'exit_verdict', operator: '=', value: 'unproven' } },
  ],
  case: [{ label: 'openCases', rule: { field: 'status', operator: '=', value: 'OPEN' } }],
  visit: [{ label: 'notHome', rule: { field: 'not_home_reason', operator: 'notNull' } }],
};
