import {
  chainStates, codeRange, columnDifferences, findComparisonRegister, findField, findingOriginLabels, findingStateLabels, findingStates, formatCaseId, isRole, matchStrengthLabels, matchVerdictLabels, matchVerdicts, parseCaseId,
  Permission, problem, recordKindNames, recordSources, roleTable, withoutHashes, type AuditImages, type LocalText,
} from '#domain';
import type { ExportParams, FieldWriter, StoredRow } from '#households';
import type { Db } from '#platform';
import { recordTimeline } from '../history/record-history.queries.js';
import * as sql from './source.queries.js';
import { divisionOf, plainColumn, wordColumn, wordOf, type StatementColumn, type StatementDefinition, type StatementRow } from './statement-source.js';

/** Longer histories do not exist; a limit stands in the statement. */
const MOST_CHANGES = 100_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const both = (labels: Readonly<Record<string, string>>): Record<string, LocalText> => Object.fromEntries(Object.entries(labels).map(([key, zh]) => [key, { zh, en: key }]));
const verdict = wordColumn('verdict', 'verdict', { zh: '判定', en: 'Verdict' }, both(matchVerdictLabels));
const severity = wordColumn('severity', 'severity', { zh: '级别', en: 'Severity' }, { E: { zh: '错误', en: 'Error' }, W: { zh: '疑点', en: 'Warning' } });
const rangeOf = (params: ExportParams): [string, string] => {
  const { from, to } = codeRange(divisionOf(params));
  return [from, to];
};

/** Columns of the household and the person a row is about; the document number masked, or in clear by right and purpose. */
function peopleColumns(fields: FieldWriter): StatementColumn[] {
  const idNo = findField('member', 'idNo');
  return [
    plainColumn('villageCode', 'village_code', '区划代码', 'Division code'), plainColumn('villageName', 'village_name', '嘎查村', 'Village'),
    plainColumn('householdCode', 'household_code', '户编号', 'Household'), plainColumn('headName', 'head_name', '户主', 'Head'), plainColumn('memberName', 'member_name', '成员', 'Member'),
    {
      key: 'memberIdNo', heading: { zh: '证件号码', en: 'Document number' }, type: 'text', sensitive: true,
      value: (row, unmasked) => {
        const id = row['member_id'];
        return unmasked && idNo && typeof id === 'string' ? fields.reveal(idNo, id, row as StoredRow) : (row['id_no_masked'] as string | null);
      },
    },
  ];
}

const hitValues: StatementColumn = { key: 'values', heading: { zh: '命中数据', en: 'Values' }, type: 'text', value: (row) => labelled(row) };

/** "收入：3,000；年度：2020" by the labels of the check's version. */
function labelled(row: StatementRow): string {
  const shown = row['shown'] as { name: string; label: LocalText }[];
  const values = row['vals'] as Record<string, unknown>;
  return shown.filter(({ name }) => values[name] !== null && values[name] !== undefined).map(({ name, label }) => `${label.zh}：${textOf(values[name])}`).join('；');
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : typeof value === 'boolean' ? (value ? '是' : '否') : JSON.stringify(value));
const detail: StatementColumn = {
  key: 'detail', heading: { zh: '名单内容', en: 'What the list says' }, type: 'text',
  value: (row) => Object.entries(withoutHashes(findComparisonRegister(String(row['register_code'])) ?? { columns: [] }, row['detail'] as Record<string, unknown>)).filter(([, value]) => value !== null).map(([key, value]) => `${key}：${textOf(value)}`).join('；'),
};

/** What inspection exports besides questions. */
export function statementDefinitions(db: Db, fields: FieldWriter): StatementDefinition[] {
  const people = peopleColumns(fields);
  return [
    {
      kind: 'check_hits', name: { zh: '规则核查命中', en: 'Hits of checks' }, permission: Permission.CheckRead, sql: sql.hits,
      bind: (params) => [...rangeOf(params), wordOf(params, 'check', /^[A-Z][0-9]{2,3}$/), wordOf(params, 'state', ['open', 'gone']), wordOf(params, 'verdict', matchVerdicts)],
      about: (params) => [['范围', divisionOf(params)], ['规则', wordOf(params, 'check', /./) ?? '全部'], ['判定', wordOf(params, 'verdict', matchVerdicts) ?? '全部']],
      columns: [
        plainColumn('checkCode', 'check_code', '规则编号', 'Check'), plainColumn('checkName', 'check_name', '规则', 'Name'), severity, plainColumn('year', 'year', '年度', 'Year', 'number'), ...people, hitValues,
        plainColumn('firstSeenAt', 'first_seen_at', '首次发现', 'First seen'), plainColumn('lastSeenAt', 'last_seen_at', '最近发现', 'Last seen'), plainColumn('goneAt', 'gone_at', '消失时间', 'Gone'), verdict,
        plainColumn('reason', 'reason', '判定理由', 'Reason'),
      ],
    },
    {
      kind: 'comparison_matches', name: { zh: '数据比对结果', en: 'Matches of a comparison' }, permission: Permission.ComparisonRead, sql: sql.matches,
      bind: async (params) => {
        const id = parseCaseId(String(params['comparison']));
        if (!id || !(await db.maybeOne(sql.comparisonIsThere, [id.countyCode, id.id]))) throw problem('export.params', { field: 'comparison' });
        return [id.id];
      },
      about: (params) => [['比对', String(params['comparison'])]],
      columns: [
        plainColumn('registerCode', 'register_code', '名单', 'List'), plainColumn('listOn', 'list_on', '名单日期', 'List of'), plainColumn('line', 'line_n', '行号', 'Line', 'number'),
        wordColumn('strength', 'strength', { zh: '匹配', en: 'Match' }, both(matchStrengthLabels)), plainColumn('doubt', 'doubt', '疑点', 'Doubt'), ...people,
        plainColumn('listName', 'list_name', '名单姓名', 'Name on the list'), plainColumn('listIdNo', 'list_id_no_masked', '名单证件号', 'Number on the list'), detail, verdict, plainColumn('reason', 'reason', '判定理由', 'Reason'),
      ],
    },
    {
      kind: 'findings', name: { zh: '问题台账', en: 'Findings' }, permission: Permission.FindingRead, sql: sql.findings,
      bind: (params) => [...rangeOf(params), wordOf(params, 'state', findingStates)],
      about: (params) => [['范围', divisionOf(params)], ['状态', wordOf(params, 'state', findingStates) ?? '全部']],
      columns: [
        plainColumn('code', 'code', '编号', 'Number'), wordColumn('origin', 'origin_kind', { zh: '来源', en: 'Origin' }, both(findingOriginLabels)), plainColumn('title', 'title', '问题', 'Title'),
        plainColumn('facts', 'facts', '事实', 'Facts'), plainColumn('basis', 'basis', '依据', 'Basis'), severity, plainColumn('villageName', 'village_name', '区划', 'Division'),
        plainColumn('householdCode', 'household_code', '户编号', 'Household'), plainColumn('headName', 'head_name', '户主', 'Head'), plainColumn('unit', 'unit_name', '责任单位', 'Unit'),
        plainColumn('dueOn', 'due_on', '整改期限', 'Due on'), wordColumn('state', 'state', { zh: '状态', en: 'State' }, both(findingStateLabels)), plainColumn('measures', 'measures', '整改措施', 'Measures'),
        plainColumn('rectification', 'rectification', '整改情况', 'Rectification'), plainColumn('opinion', 'review_opinion', '复核意见', 'Opinion'), plainColumn('closedOn', 'closed_on', '销号日期', 'Closed on'),
      ],
    },
    {
      kind: 'access_log', name: { zh: '查阅与导出留痕', en: 'Reads and exports' }, permission: Permission.AuditRead, sql: sql.access,
      bind: (params) => [...rangeOf(params), wordOf(params, 'from', DAY), wordOf(params, 'to', DAY)],
      about: (params) => [['范围', divisionOf(params)], ['起止', `${wordOf(params, 'from', DAY) ?? ''}—${wordOf(params, 'to', DAY) ?? ''}`]],
      columns: [
        plainColumn('at', 'at', '时间', 'Time'), plainColumn('actor', 'actor_name', '人员', 'Who'),
        { key: 'role', heading: { zh: '角色', en: 'Role' }, type: 'text', value: (row) => (isRole(String(row['actor_role'])) ? roleTable[String(row['actor_role']) as keyof typeof roleTable].zh : '系统') },
        plainColumn('op', 'op', '操作', 'What'), plainColumn('object', 'table_name', '对象', 'Of what'),
        { key: 'record', heading: { zh: '记录', en: 'Record' }, type: 'text', value: (row) => formatCaseId(String(row['county_code']), String(row['row_id'])) }, plainColumn('request', 'request_id', '请求编号', 'Request'),
      ],
    },
    {
      // The list is sealed for everybody but the one who drew it, and so is a file of it.
      kind: 'sample_units', name: { zh: '抽样名单', en: 'Units of a sample' }, permission: Permission.SampleRead, ownOnly: true, sql: sql.sampleUnits,
      bind: (params) => caseIdOf(params, 'sample'), about: (params) => [['样本', String(params['sample'])]],
      columns: [
        plainColumn('ordinal', 'ordinal', '序号', 'Ordinal', 'number'), wordColumn('role', 'role', { zh: '主备', en: 'Role' }, { PRIMARY: { zh: '样本户', en: 'Primary' }, REPLACEMENT: { zh: '备选户', en: 'Replacement' } }),
        plainColumn('stratum', 'stratum', '层', 'Stratum'), plainColumn('cluster', 'cluster', '群', 'Cluster'), plainColumn('weight', 'weight', '权数', 'Weight'),
        plainColumn('villageCode', 'village_code', '区划代码', 'Division code'), plainColumn('villageName', 'village_name', '嘎查村', 'Village'), plainColumn('householdCode', 'household_code', '户编号', 'Household'),
        plainColumn('headName', 'head_name', '户主', 'Head'), plainColumn('state', 'state', '状态', 'State'), plainColumn('replacedBy', 'replaced_by', '替换为', 'Replaced by', 'number'),
        plainColumn('reason', 'replace_reason', '替换原因', 'Reason'),
      ],
    },
    {
      kind: 'record_history', name: { zh: '记录历史', en: 'History of a record' }, permission: Permission.HistoryRead, sql: recordTimeline,
      bind: (params) => {
        const kind = wordOf(params, 'kind', recordKindNames);
        if (kind === null) throw problem('export.params', { field: 'kind' });
        const [county, id] = caseIdOf(params, 'record');
        return [county, kind, id, null, MOST_CHANGES];
      },
      about: (params) => [['记录', `${String(params['kind'])} ${String(params['record'])}`]],
      columns: [
        plainColumn('at', 'at', '时间', 'Time'), plainColumn('actor', 'actor_name', '人员', 'Who'), plainColumn('op', 'op', '操作', 'What'), wordColumn('source', 'source', { zh: '来源', en: 'Source' }, recordSources),
        { key: 'changes', heading: { zh: '变更', en: 'Changes' }, type: 'text', value: (row) => columnDifferences(row['payload'] as AuditImages).map(({ name, beforeText, afterText }) => `${name.zh}：${beforeText ?? '空'}→${afterText ?? '空'}`).join('；') },
        wordColumn('chain', 'chain', { zh: '链', en: 'Chain' }, chainStates), plainColumn('seq', 'seq', '链上序号', 'Place in the chain', 'number'),
      ],
    },
  ];
}

/** County and id of a case row among the parameters. Throws `export.params`. */
function caseIdOf(params: ExportParams, name: string): [string, string] {
  const value = params[name];
  const id = typeof value === 'string' ? parseCaseId(value) : undefined;
  if (!id) throw problem('export.params', { field: name });
  return [id.countyCode, id.id];
}
