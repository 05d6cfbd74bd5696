import type { RelationName } from '#domain';
import { pairingRelation, teamRelation, visitRelation } from './field-work.queries.js';
import { assignmentRelation, paymentRelation, projectRelation } from './help.queries.js';
import { householdYearRelation } from './household-year.queries.js';
import { householdRelation } from './household.queries.js';
import { memberRelation } from './member.queries.js';
import { caseRelation, noticeRelation } from './procedure.queries.js';
import type { RelationSql } from './relation.js';

const relations = new Map<RelationName, RelationSql>(
  [householdRelation, memberRelation, householdYearRelation, visitRelation, teamRelation, pairingRelation, caseRelation, noticeRelation, paymentRelation, assignmentRelation, projectRelation].map((relation) => [relation.name, relation]),
);

/** The SQL of a relation. Every relation of the domain has one (tested). */
export function relationOf(name: RelationName): RelationSql {
  const found = relations.get(name);
  if (!found) throw new Error(`no relation ${name}`);
  return found;
}

export * from './relation.js';
