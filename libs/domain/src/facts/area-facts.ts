import { text } from './local-text.js';
import type { FactDefinition, FactUnit } from './fact-definition.js';
import { collectiveIncomeName, villageServiceNames, type VillageService } from './village-services.js';

type Area = Omit<FactDefinition, 'level'>;

const notCollected = text('本年度尚未采集', 'not collected for this year');
const notAssessed = text('尚无评估记录', 'no assessment recorded');
const counted = text('尚未统计', 'not counted yet');

function count(name: string, unit: FactUnit, zh: string, en: string, nullMeans = counted): Area {
  return { name, type: 'integer', unit, label: text(zh, en), nullMeans };
}
function service(name: VillageService): Area {
  const { zh, en } = villageServiceNames[name];
  return { name, type: 'boolean', label: text(zh, en), nullMeans: notCollected, phrases: { yes: text(`已有${zh}`, `has ${en}`), no: text(`没有${zh}`, `has no ${en}`) } };
}
function rate(name: string, numerator: string, denominator: string, labels: { zh: string; en: string }, nullMeans = notAssessed): Area {
  return { name, type: 'ratio', unit: 'percent', label: labels, nullMeans, ratio: { numerator, denominator } };
}

const population: Area[] = [
  { name: 'year', type: 'integer', unit: 'year', label: text('年度', 'year'), nullMeans: text('始终有值', 'never null') },
  count('registered_households', 'household', '建档立卡户数', 'registered households'),
  count('registered_persons', 'person', '建档立卡人数', 'registered persons'),
  count('poor_households', 'household', '未脱贫户数', 'households not exited'),
  count('poor_persons', 'person', '未脱贫人数', 'persons not exited'),
  count('exited_households', 'household', '已脱贫户数', 'exited households'),
  count('rural_resident_population', 'person', '农牧业户籍常住人口', 'rural resident persons', notCollected),
  rate('incidence', 'poor_persons', 'rural_resident_population', text('贫困发生率', 'poverty incidence'), text('农牧业人口未填报或为零', 'rural population missing or zero')),
];

const village: Area[] = [
  service('hardened_road'),
  service('production_power'),
  service('safe_water_covered'),
  service('clinic'),
  service('village_doctor'),
  service('culture_room'),
  service('broadcasting'),
  service('broadband'),
  { name: 'collective_income_fen', type: 'money_fen', unit: 'yuan', label: collectiveIncomeName, nullMeans: notCollected },
  service('cooperative'),
];

const county: Area[] = [
  count('missed_found', 'person', '抽查发现漏评人数', 'missed persons found', notAssessed),
  count('missed_sampled', 'person', '漏评抽查人数', 'persons sampled for missed', notAssessed),
  rate('missed_rate', 'missed_found', 'missed_sampled', text('漏评率', 'missed rate')),
  count('wrong_exit_found', 'person', '抽查发现错退人数', 'wrongly exited persons found', notAssessed),
  count('wrong_exit_sampled', 'person', '错退抽查人数', 'persons sampled for wrong exit', notAssessed),
  rate('wrong_exit_rate', 'wrong_exit_found', 'wrong_exit_sampled', text('错退率', 'wrong exit rate')),
  count('approval_yes', 'person', '群众认可人数', 'persons who approve', notAssessed),
  count('approval_sampled', 'person', '群众认可度调查人数', 'persons asked for approval', notAssessed),
  rate('approval_rate', 'approval_yes', 'approval_sampled', text('群众认可度', 'approval rate')),
  count('villages_total', 'village', '嘎查村数', 'villages'),
  count('villages_decided', 'village', '已作出结论的嘎查村数', 'villages decided'),
  count('poor_villages_total', 'village', '贫困嘎查村数', 'poor villages'),
  count('poor_villages_exited', 'village', '已出列贫困嘎查村数', 'poor villages exited'),
];

/** Facts of one village and year, in the column order of `village_fact`. */
export const VILLAGE_FACTS: readonly FactDefinition[] = [...population, ...village].map((fact) => ({ ...fact, level: 'village' }));

/** Facts of one county and year, in the column order of `county_fact`. */
export const COUNTY_FACTS: readonly FactDefinition[] = [...population, ...county].map((fact) => ({ ...fact, level: 'county' }));
