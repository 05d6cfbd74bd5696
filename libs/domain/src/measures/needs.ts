import { codeItem, codeListOf } from '../codes/index.js';
import type { LocalText } from '../facts/fact-definition.js';
import { HOUSEHOLD_FACTS } from '../facts/household-facts.js';
import type { Rule } from '../rules/rule.js';
import { isJudgedLevel } from './check-measure.js';
import type { Measure, MeasureKind } from './measure.js';
import { entitledStatuses } from './standing.js';

/** Something a household needs and the measures that answer it: any one of them, received by the household or one of its persons. */
export interface Need {
  /** `labour`, `cause:01`, `fact:housing_safe`. */
  readonly code: string;
  readonly name: LocalText;
  /** When the household has the need; over its facts. */
  readonly rule: Rule;
  readonly answeredBy: readonly string[];
}

const entitled: Rule = { field: 'status', operator: 'in', value: [...entitledStatuses] };
/** Development measures (checks A60): industry, employment, finance. */
const development: readonly MeasureKind[] = ['INDUSTRY', 'EMPLOYMENT', 'FINANCE'];
/** What an exit is judged by (domain rule `household.exit`); a fact that is false has failed. */
const criteria = ['food_ok', 'clothing_ok', 'compulsory_education_ok', 'basic_medical_ok', 'housing_safe', 'safe_water'] as const;
const income = 'net_income_per_capita_fen';

/**
 * What can go unanswered under these measures (checks A60 and A61): somebody able to work without any development measure, a
 * cause of poverty or a failed criterion of the exit without a measure that is meant to move it. Needs that no measure of the
 * catalogue answers are left out: nobody could close such a gap.
 */
export function needsOf(measures: readonly Measure[]): Need[] {
  const judged = measures.filter(({ level }) => isJudgedLevel(level));
  const codesOf = (answers: (measure: Measure) => boolean): string[] => judged.filter(answers).map(({ code }) => code).sort();
  const labour: Need = {
    code: 'labour', name: { zh: '有劳动力的户没有发展类措施', en: 'able to work, but no development measure' },
    rule: { combinator: 'and', rules: [entitled, { field: 'labour_count', operator: '>=', value: 1 }] }, answeredBy: codesOf(({ kind }) => development.includes(kind)),
  };
  const causes = codeListOf('povertyCause').items.map(({ code }): Need => ({
    code: `cause:${code}`, name: causeName(code),
    rule: { combinator: 'and', rules: [entitled, { combinator: 'or', rules: [{ field: 'main_cause', operator: '=', value: code }, { field: 'other_causes', operator: 'contains', value: code }] }] },
    answeredBy: codesOf(({ moves }) => moves.causes.includes(code)),
  }));
  const failed = [...criteria.map((fact) => criterion(fact, { field: fact, operator: '=', value: false })), criterion(income, { field: income, operator: '<', value: { param: 'poverty_line' } })];
  const facts = failed.map((need): Need => ({ ...need, answeredBy: codesOf(({ moves }) => moves.facts.includes(need.fact)) }));
  return [labour, ...causes, ...facts.map(({ code, name, rule, answeredBy }) => ({ code, name, rule, answeredBy }))].filter(({ answeredBy }) => answeredBy.length > 0);
}

function criterion(fact: string, failing: Rule): Omit<Need, 'answeredBy'> & { fact: string } {
  const label = HOUSEHOLD_FACTS.find(({ name }) => name === fact)?.label ?? { zh: fact, en: fact };
  return { fact, code: `fact:${fact}`, name: { zh: `“${label.zh}”未达标，没有对应措施`, en: `no measure although failing: ${label.en}` }, rule: { combinator: 'and', rules: [entitled, failing] } };
}

function causeName(code: string): LocalText {
  const item = codeItem('povertyCause', code);
  return { zh: `致贫原因“${item?.zh ?? code}”没有对应措施`, en: `cause without a measure: ${item?.en ?? code}` };
}
