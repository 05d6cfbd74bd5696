import { buildCatalogue, FACT_CATALOGUE, type FactCatalogue } from '../facts/catalogue.js';
import type { FactDefinition, LocalText, ParameterDefinition } from '../facts/fact-definition.js';
import { HOUSEHOLD_FACTS } from '../facts/household-facts.js';
import { text } from '../facts/local-text.js';
import { MEMBER_FACTS } from '../facts/member-facts.js';
import { RULE_PARAMETERS } from '../facts/parameter-definitions.js';

const missing = text('未填写', 'not filled in');
const relativesUnknown = text('亲属的务工情况未填写，或登记资料不能确定亲属关系', "the relatives' place of work is missing, or the records do not tell who they are");

interface YesNo {
  readonly zh: string;
  readonly en: string;
  readonly yes: LocalText;
  readonly no: LocalText;
  readonly nullMeans?: LocalText;
  readonly note?: LocalText;
}
function yesNo(name: string, { zh, en, yes, no, nullMeans = missing, note }: YesNo): FactDefinition {
  return { name, level: 'member', type: 'boolean', label: text(zh, en), nullMeans, phrases: { yes, no }, ...(note ? { note } : {}) };
}

/** Facts of a person that only care registers ask for, computed from relatives and records (`careFactsOf`). */
export const CARE_FACTS: readonly FactDefinition[] = [
  { name: 'household_status', level: 'member', type: 'code', codeList: 'householdStatus', label: text('所在户的脱贫属性', 'status of the household'), nullMeans: text('尚未登记', 'not registered') },
  yesNo('works_away', { zh: '外出务工', en: 'works away', yes: text('外出务工', 'works away'), no: text('未外出务工', 'does not work away'), note: text('在本苏木乡镇以外务工', 'at work outside the township') }),
  yesNo('is_married', { zh: '已婚', en: 'married', yes: text('已婚', 'is married'), no: text('不在婚', 'is not married') }),
  yesNo('of_school_age', { zh: '义务教育适龄', en: 'of compulsory school age', yes: text('处于义务教育年龄', 'is of compulsory school age'), no: text('不在义务教育年龄', 'is not of compulsory school age'), nullMeans: text('出生日期未填写', 'birth date is missing'), note: text('8月31日满6周岁、不满16周岁', 'aged 6 to 15 on 31 August') }),
  yesNo('has_dropped_out', { zh: '失学辍学', en: 'dropped out of school', yes: text('失学辍学', 'has dropped out of school'), no: text('没有失学辍学', 'has not dropped out of school'), nullMeans: text('在校生状况未填写', 'school status is missing') }),
  yesNo('is_disabled', { zh: '残疾', en: 'disabled', yes: text('持残疾证或健康状况为残疾', 'holds a certificate of disability or is recorded as disabled'), no: text('不是残疾人', 'is not disabled') }),
  yesNo('is_severely_disabled', { zh: '重度残疾', en: 'severely disabled', yes: text('重度残疾', 'is severely disabled'), no: text('不是重度残疾', 'is not severely disabled'), nullMeans: text('残疾等级未登记', 'the degree of the disability is not recorded') }),
  yesNo('parents_away', { zh: '父母外出', en: 'parents away', yes: text('父母双方外出务工，或一方外出务工、另一方无监护能力', 'both parents work away, or one does and the other cannot be a guardian'), no: text('至少有父母一方在家监护', 'a parent is at home'), nullMeans: relativesUnknown }),
  yesNo('parents_lost', { zh: '失去父母', en: 'parents lost', yes: text('父母双方死亡或失踪', 'both parents are dead or missing'), no: text('户内有父亲或母亲', 'a parent lives in the household'), nullMeans: text('父母不在户内，去向未登记', 'the parents are not in the household and nothing is recorded of them') }),
  yesNo('without_actual_support', { zh: '事实无人抚养', en: 'without actual support', yes: text('事实无人抚养', 'is without actual support'), no: text('有人抚养', 'is supported'), nullMeans: text('是否事实无人抚养未填写', 'whether anybody supports the child is not recorded') }),
  yesNo('spouse_away', { zh: '配偶外出', en: 'spouse away', yes: text('配偶外出务工', 'the spouse works away'), no: text('配偶未外出务工', 'the spouse does not work away'), nullMeans: relativesUnknown }),
  yesNo('children_away', { zh: '成年子女外出', en: 'grown-up children away', yes: text('户内成年子女全部外出务工', 'all grown-up children of the household work away'), no: text('有成年子女未外出', 'a grown-up child is at home'), nullMeans: text('户内没有登记成年子女，或其务工情况未填写', 'no grown-up child is recorded in the household, or the place of work is missing'), note: text('只看户内登记的成年子女', 'only children recorded in the household') }),
];

/** Ages that definitions of registers name. The values are rows with their source; none is in code. */
export const CARE_PARAMETERS: readonly ParameterDefinition[] = [
  { name: 'care_child_age', type: 'integer', unit: 'years_old', label: text('留守儿童年龄上限', 'age limit of left-behind children') },
  { name: 'care_minor_age', type: 'integer', unit: 'years_old', label: text('未成年人年龄上限', 'age of majority') },
  { name: 'care_elderly_age', type: 'integer', unit: 'years_old', label: text('老年人年龄起点', 'age from which people are elderly') },
];

const known = new Set(MEMBER_FACTS.map(({ name }) => name));

/** Care facts that the general catalogue of member facts does not hold. */
export const ownCareFacts: readonly FactDefinition[] = CARE_FACTS.filter(({ name }) => !known.has(name));

/** Everything a definition of a care register may name: the facts of member and household, and the facts above. */
export const CARE_CATALOGUE: FactCatalogue = buildCatalogue({
  facts: [...HOUSEHOLD_FACTS, ...MEMBER_FACTS, ...ownCareFacts],
  parameters: [...RULE_PARAMETERS, ...CARE_PARAMETERS.filter(({ name }) => RULE_PARAMETERS.every((parameter) => parameter.name !== name))],
  codeLists: FACT_CATALOGUE.codeLists,
});
