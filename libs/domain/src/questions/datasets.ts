import { text } from '../facts/local-text.js';
import type { LocalText, RelatedLevel } from '../facts/fact-definition.js';
import { Permission } from '../permissions/permissions.js';
import { householdYearFields } from './datasets/household-year.dataset.js';
import { householdFields } from './datasets/household.dataset.js';
import { memberFields } from './datasets/member.dataset.js';
import { caseFields, noticeFields } from './datasets/procedure.dataset.js';
import { assignmentFields, paymentFields, projectFields } from './datasets/help.dataset.js';
import { pairingFields, teamFields, visitFields } from './datasets/field-work.dataset.js';
import type { QuestionField } from './question-field.js';

export const datasetNames = ['household', 'member', 'household_year', 'visit', 'case', 'notice', 'payment', 'project', 'team'] as const;
export type DatasetName = (typeof datasetNames)[number];

/** What a relation holds, a dataset of its own or only reached from a household. */
export type RelationName = DatasetName | 'assignment' | 'pairing';

/** Rows that a rule over a dataset reaches. */
export interface DatasetCollection {
  readonly name: 'members' | 'visits' | 'payments' | 'assignments' | 'cases' | 'pairings';
  readonly relation: RelationName;
  readonly level: RelatedLevel | 'member';
  readonly label: LocalText;
  readonly unit: LocalText;
  /** Column that the rows share with the row of the dataset, beside the county. */
  readonly by: 'household_id' | 'member_id';
  readonly whenEmpty: 'unknown' | 'empty';
  readonly permission: Permission;
}

export interface QuestionDataset {
  readonly name: DatasetName;
  readonly label: LocalText;
  /** "37 户": the unit of a count. */
  readonly unit: LocalText;
  readonly permission: Permission;
  /** `facts`: always of one year, the newest known without one. `rows`: all years, or the one asked for. */
  readonly year: 'facts' | 'rows';
  readonly fields: readonly QuestionField[];
  readonly collections: readonly DatasetCollection[];
}

const members: DatasetCollection = { name: 'members', relation: 'member', level: 'member', label: text('家庭成员', 'members'), unit: text('人', 'persons'), by: 'household_id', whenEmpty: 'unknown', permission: Permission.HouseholdRead };
const visits: DatasetCollection = { name: 'visits', relation: 'visit', level: 'visit', label: text('走访', 'visits'), unit: text('次', 'visits'), by: 'household_id', whenEmpty: 'empty', permission: Permission.VisitRead };
const payments: DatasetCollection = { name: 'payments', relation: 'payment', level: 'payment', label: text('发放记录', 'payments'), unit: text('笔', 'payments'), by: 'household_id', whenEmpty: 'empty', permission: Permission.PaymentRead };
const assignments: DatasetCollection = { name: 'assignments', relation: 'assignment', level: 'assignment', label: text('帮扶措施', 'measures'), unit: text('项', 'measures'), by: 'household_id', whenEmpty: 'empty', permission: Permission.MeasureRead };
const cases: DatasetCollection = { name: 'cases', relation: 'case', level: 'case', label: text('办理事项', 'cases'), unit: text('件', 'cases'), by: 'household_id', whenEmpty: 'empty', permission: Permission.CaseRead };
const pairings: DatasetCollection = { name: 'pairings', relation: 'pairing', level: 'pairing', label: text('结对帮扶', 'pairings'), unit: text('个', 'pairings'), by: 'household_id', whenEmpty: 'empty', permission: Permission.TeamRead };

const of = (name: DatasetName, label: LocalText, unit: LocalText, permission: Permission, year: 'facts' | 'rows', fields: readonly QuestionField[], collections: readonly DatasetCollection[] = []): QuestionDataset =>
  ({ name, label, unit, permission, year, fields, collections });

/** Everything that can be asked about. A new field is one line here and one in the queries of the relation. */
export const questionDatasets: readonly QuestionDataset[] = [
  of('household', text('户', 'households'), text('户', 'households'), Permission.HouseholdRead, 'facts', householdFields, [members, visits, payments, assignments, cases, pairings]),
  of('member', text('人', 'persons'), text('人', 'persons'), Permission.HouseholdRead, 'facts', memberFields, [{ ...payments, by: 'member_id' }, { ...assignments, by: 'member_id' }]),
  of('household_year', text('年度记录', 'year records'), text('条', 'records'), Permission.HouseholdRead, 'rows', householdYearFields, [visits, payments]),
  of('visit', text('走访', 'visits'), text('次', 'visits'), Permission.VisitRead, 'rows', visitFields),
  of('case', text('办理事项', 'cases'), text('件', 'cases'), Permission.CaseRead, 'rows', caseFields),
  of('notice', text('公示', 'notices'), text('次', 'notices'), Permission.CaseRead, 'rows', noticeFields),
  of('payment', text('发放记录', 'payments'), text('笔', 'payments'), Permission.PaymentRead, 'rows', paymentFields),
  of('project', text('项目', 'projects'), text('个', 'projects'), Permission.ProjectRead, 'rows', projectFields),
  of('team', text('工作队', 'teams'), text('支', 'teams'), Permission.TeamRead, 'rows', teamFields),
];

const fieldsByRelation = new Map<RelationName, readonly QuestionField[]>([...questionDatasets.map(({ name, fields }): [RelationName, readonly QuestionField[]] => [name, fields]), ['assignment', assignmentFields], ['pairing', pairingFields]]);

export function isDatasetName(name: unknown): name is DatasetName {
  return datasetNames.some((known) => known === name);
}

export function datasetOf(name: DatasetName): QuestionDataset {
  const found = questionDatasets.find((dataset) => dataset.name === name);
  if (!found) throw new Error(`no dataset ${name}`);
  return found;
}

/** Fields of a dataset, or of rows that are only reached from one. */
export function fieldsOfRelation(name: RelationName): readonly QuestionField[] {
  return fieldsByRelation.get(name) ?? [];
}
