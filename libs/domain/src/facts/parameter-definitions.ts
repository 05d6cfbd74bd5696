import { text } from './local-text.js';
import type { ParameterDefinition } from './fact-definition.js';

/** Every policy number a rule may name. Values, sources and effective dates are rows; none is in code. */
export const RULE_PARAMETERS: readonly ParameterDefinition[] = [
  { name: 'poverty_line', type: 'money_fen', unit: 'yuan', label: text('贫困线', 'poverty line') },
  { name: 'monitoring_line', type: 'money_fen', unit: 'yuan', label: text('防返贫监测线', 'monitoring line') },
  { name: 'exit_village_incidence', type: 'basis_points', unit: 'percent', label: text('嘎查村出列贫困发生率标准', 'incidence limit for village exit') },
  { name: 'exit_county_incidence', type: 'basis_points', unit: 'percent', label: text('旗县摘帽贫困发生率标准', 'incidence limit for county exit') },
  { name: 'exit_county_missed_rate', type: 'basis_points', unit: 'percent', label: text('旗县摘帽漏评率标准', 'missed rate limit for county exit') },
  { name: 'exit_county_wrong_exit_rate', type: 'basis_points', unit: 'percent', label: text('旗县摘帽错退率标准', 'wrong exit rate limit for county exit') },
  { name: 'exit_county_approval_rate', type: 'basis_points', unit: 'percent', label: text('旗县摘帽群众认可度标准', 'approval rate needed for county exit') },
];
