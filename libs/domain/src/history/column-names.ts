import { fieldsOf, type FieldEntity } from '../fields/index.js';
import type { LocalText } from '../facts/index.js';

const entities: readonly FieldEntity[] = ['household', 'member', 'householdYear', 'memberYear'];

/** Columns that no reader of a history needs: ciphertext, keyed hashes, counters and keys of the row itself. */
const hidden = /(?:_enc|_bidx|_hash|^id_hash|^content_hash|^version|^updated_at|^created_at|^county_code|^id)$/;

export function isShownColumn(column: string): boolean {
  return !hidden.test(column);
}

const words: Readonly<Record<string, readonly [string, string]>> = {
  status: ['状态', 'Status'], state: ['状态', 'State'], village_code: ['所在区划', 'Division'], household_id: ['农户', 'Household'], member_id: ['成员', 'Member'], year: ['年度', 'Year'],
  head_name: ['户主', 'Head'], member_count: ['家庭人口', 'Members'], reason: ['原因', 'Reason'], opinion: ['意见', 'Opinion'], note: ['备注', 'Note'], notes: ['记录', 'Notes'],
  amount_fen: ['金额', 'Amount'], approved_amount_fen: ['批准金额', 'Approved amount'], planned_amount_fen: ['计划金额', 'Planned amount'], allocated_fen: ['下达金额', 'Allocated'],
  estimate_fen: ['概算', 'Estimate'], contract_fen: ['合同金额', 'Contract amount'], value_fen: ['价值', 'Value'], paid_on: ['发放日期', 'Paid on'], term: ['发放期', 'Term'],
  measure_code: ['措施', 'Measure'], starts_on: ['开始日期', 'Starts on'], ends_on: ['结束日期', 'Ends on'], started_on: ['开始日期', 'Started on'], ended_on: ['结束日期', 'Ended on'],
  end_reason: ['结束原因', 'Reason of the end'], delivered_on: ['落实日期', 'Delivered on'], closed_on: ['结束日期', 'Closed on'], outcome: ['结果', 'Outcome'], aim: ['目标', 'Aim'],
  helper_name: ['帮扶责任人', 'Helper'], helper_unit: ['帮扶单位', "Helper's unit"], visited_on: ['走访日期', 'Visited on'], way: ['走访方式', 'Way'], assurances: ['七项对照', 'Seven assurances'],
  income_changes: ['收入变化', 'Changes of income'], problems: ['问题', 'Problems'], needs: ['需求', 'Needs'], visitor_name: ['走访人', 'Visitor'], persons_met: ['见到的人', 'Persons met'],
  current_step: ['当前环节', 'Current step'], pack_code: ['程序', 'Procedure'], verdict: ['判定', 'Verdict'], decided_on: ['决定日期', 'Decided on'], decided_by_name: ['决定人', 'Decided by'],
  opened_on: ['公示开始', 'Opened on'], closes_on: ['公示截止', 'Closes on'], min_days: ['公示天数', 'Days'], place: ['地点', 'Place'], statement: ['异议内容', 'Statement'], finding: ['调查结论', 'Finding'],
  result: ['处理结果', 'Result'], name: ['名称', 'Name'], title: ['标题', 'Title'], unit: ['单位', 'Unit'], kind: ['类型', 'Kind'], code: ['编号', 'Code'], description: ['说明', 'Description'],
  due_on: ['期限', 'Due on'], owner_name: ['办理人', 'Owner'], severity: ['程度', 'Severity'], step: ['环节', 'Step'], action: ['操作', 'Action'], division_code: ['区划', 'Division'],
  progress_percent: ['进度（%）', 'Progress (%)'], accepted_on: ['验收日期', 'Accepted on'], completed_on: ['完工日期', 'Completed on'], contractor: ['施工单位', 'Contractor'],
  entry_kind: ['进入方式', 'Kind of entry'], entered_on: ['进入日期', 'Entered on'], exited_on: ['脱贫日期', 'Exited on'], not_entitled_on: ['停止享受政策日期', 'No longer entitled on'],
  superseded_at: ['被更正时间', 'Superseded at'], correction_reason: ['更正原因', 'Reason of the correction'], recorded_at: ['记录时间', 'Recorded at'], facts: ['事实', 'Facts'], basis: ['依据', 'Basis'],
  current_kind: ['环节类别', 'Kind of step'], decided_at: ['决定时间', 'Decided at'], entered_at: ['进入环节时间', 'Entered at'], open_objections: ['未处理异议', 'Open objections'], pack_id: ['程序版本编号', 'Version of the procedure'],
  snapshot_id: ['核实情况编号', 'Snapshot'], started_at: ['发起时间', 'Started at'], started_by: ['发起人编号', 'Started by (id)'], started_by_name: ['发起人', 'Started by'], started_role: ['发起人角色', 'Role of who started it'],
  started_unit: ['发起单位', 'Unit that started it'], subject_kind: ['对象', 'Subject'], closed_at: ['办结时间', 'Closed at'], due_at: ['期限', 'Due at'], recorded_on: ['录入日期', 'Recorded on'], visited_at: ['走访时间', 'Visited at'],
  measures: ['整改措施', 'Measures'], purpose: ['用途', 'Purpose'], register_code: ['比对名单', 'List'], match_key: ['比对编号', 'Match'], check_code: ['核查规则', 'Check'], hit_key: ['命中编号', 'Hit'],
};

const byColumn = new Map<string, LocalText>();
for (const entity of entities) for (const field of fieldsOf(entity)) if (!byColumn.has(field.column)) byColumn.set(field.column, { zh: field.zh, en: field.en });
for (const [column, [zh, en]] of Object.entries(words)) byColumn.set(column, { zh, en });

/** What a column is called. A column that nobody named goes by its own name: it is shown, not hidden. */
export function columnName(column: string): LocalText {
  const found = byColumn.get(column) ?? byColumn.get(column.replace(/_masked$/, ''));
  return found ?? { zh: column, en: column };
}
