import { codeList } from './code-list.js';

/** Code lists of field work (domain.md §5: types of a visit as in the region's own app; the rest has no national codes). */
export const visitCodeLists = [
  codeList('visitWay', '走访方式', 'Way of the visit', 'own', [
    ['HOME', '入户', 'At the home', '现场'],
    ['PHONE', '电话', 'By telephone'],
    ['VILLAGE_OFFICE', '村部', 'At the village office'],
    ['NOT_HOME', '不在家', 'Nobody at home'],
  ]),
  codeList('visitType', '走访类型', 'Type of visit', 'own', [
    ['SITUATION', '了解基本情况', 'Get to know the situation'],
    ['HANDBOOK', '填写扶贫手册', 'Fill in the handbook'],
    ['EXIT_PLAN', '制定脱贫计划', 'Plan the exit'],
    ['FUNDS_PROJECTS', '落实资金项目', 'Carry out funds and projects'],
    ['POLICY', '宣传扶贫政策', 'Explain policies'],
    ['FESTIVAL', '节日假日慰问', 'Festival visit'],
    ['OTHER_HELP', '其他帮扶活动', 'Other help'],
  ]),
  codeList('assurance', '七项对照', 'Seven assurances', 'own', [
    ['FOOD', '吃', 'Food'],
    ['CLOTHING', '穿', 'Clothing'],
    ['EDUCATION', '义务教育', 'Compulsory education'],
    ['MEDICAL', '基本医疗', 'Basic medical care'],
    ['HOUSING', '住房安全', 'Safe housing'],
    ['WATER', '饮水安全', 'Safe drinking water'],
    ['INCOME', '收入', 'Income'],
  ]),
  codeList('assuranceState', '对照结果', 'Answer', 'own', [
    ['OK', '有保障', 'Assured'],
    ['PROBLEM', '有问题', 'Problem'],
    ['UNCLEAR', '不清楚', 'Unclear'],
  ]),
  codeList('visitNeed', '帮扶需求', 'Need', 'own', [
    ['INDUSTRY', '产业', 'Industry'],
    ['EMPLOYMENT', '就业', 'Employment'],
    ['EDUCATION', '教育', 'Education'],
    ['HEALTH', '健康', 'Health'],
    ['HOUSING', '住房', 'Housing'],
    ['WATER', '饮水', 'Water'],
    ['SAFETY_NET', '兜底', 'Safety net'],
    ['FINANCE', '资金信贷', 'Finance'],
    ['OTHER', '其他', 'Other'],
  ]),
  codeList('teamRole', '队内职务', 'Role in the team', 'own', [
    ['FIRST_SECRETARY', '第一书记', 'First secretary'],
    ['LEADER', '队长', 'Leader'],
    ['MEMBER', '队员', 'Member'],
  ]),
  codeList('taskStatus', '任务状态', 'Status of a task', 'own', [
    ['OPEN', '待分派', 'Open'],
    ['ASSIGNED', '办理中', 'Assigned'],
    ['DONE', '已办待核', 'Done'],
    ['VERIFIED', '已核实', 'Verified'],
  ]),
  codeList('clueChannel', '线索来源', 'Channel of a clue', 'own', [
    ['SELF_REPORT', '农户自主申报', 'Reported by the household'],
    ['CADRE', '干部排查', 'Found by officers'],
    ['DEPARTMENT', '部门筛查预警', 'Warning of a department'],
    ['SUPERVISION', '监督渠道反馈', 'From supervision'],
    ['ANALYSIS', '平台分析', 'From analysis'],
  ]),
  codeList('clueSeverity', '风险程度', 'Severity', 'own', [
    ['LOW', '一般', 'Low'],
    ['MEDIUM', '较重', 'Medium'],
    ['HIGH', '严重', 'High'],
  ]),
  codeList('clueResult', '线索处理结果', 'Result of a clue', 'own', [
    ['UNFOUNDED', '情况不属实', 'Unfounded'],
    ['ALREADY_HELPED', '已在帮扶', 'Already helped'],
    ['HELPED', '已帮扶解决', 'Helped and solved'],
    ['CANDIDATE', '转入识别', 'Became a candidate'],
    ['FORWARDED', '移交有关部门', 'Handed to a department'],
  ]),
] as const;
