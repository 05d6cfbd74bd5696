import type { DivisionLevel } from '../divisions/division-code.js';
import { Permission as P, allPermissions } from './permissions.js';
import type { Permission } from './permissions.js';

export const roles = [
  'team_member', 'village_clerk', 'township_officer', 'county_officer', 'county_approver', 'prefecture_officer', 'region_officer',
  'inspector', 'system_admin', 'security_admin', 'audit_admin',
] as const;
export type Role = (typeof roles)[number];

export interface RoleInfo {
  readonly zh: string;
  readonly en: string;
  readonly desk: 'field' | 'office' | 'audit' | 'administration';
  /** Levels of division at which the role may be granted. */
  readonly grantLevels: readonly DivisionLevel[];
  /** Approvers and administrators sign in with a second factor. */
  readonly secondFactor: boolean;
  readonly permissions: readonly Permission[];
}

const everyone = [P.DivisionRead, P.ParameterRead, P.OwnAccount] as const;

const caseReader = [
  ...everyone, P.RuleRead, P.PackRead, P.HouseholdRead, P.VillageYearRead, P.CountyYearRead, P.VerdictRead, P.ReportRead, P.CaseRead, P.DossierRead, P.HistoryRead,
  P.MeasureRead, P.EntitlementRead, P.PaymentRead, P.ProjectRead, P.AssetRead, P.TeamRead, P.VisitRead, P.TaskRead, P.ClueRead, P.CareRead, P.AttachmentRead,
] as const;

/** What is done where the household lives: plan its help, visit it, look after its people. */
const fieldWork = [P.HelpPlanWrite, P.AssignmentWrite, P.TeamDaysWrite, P.VisitWrite, P.TaskWrite, P.ClueWrite, P.CareWrite, P.AttachmentWrite, P.SyncUse, P.SyncPack] as const;

/**
 * The village sees numbers masked and unmasks nothing. To call somebody it is given one telephone number at a time by
 * `HouseholdDial`, never a document number or an account; that is on record like every unmasking.
 */
const village = [...caseReader, ...fieldWork, P.HouseholdDial, P.HouseholdWrite, P.CaseStart, P.CaseSubmit, P.CaseWithdraw, P.NoticePublish, P.ObjectionFile, P.ExportRun] as const;

/** What an office may see of inspection: it checks itself by the same checks and questions, and answers what is found. */
const selfInspection = [P.CheckRead, P.QuestionAsk, P.FindingRead] as const;

/** An inspector's phone carries spot checks and sends their answers; whole villages are not for it. */
const inspection = [
  ...selfInspection, P.CheckRun, P.CheckJudge, P.ComparisonRead, P.ComparisonRun, P.SampleRead, P.SampleDraw, P.SampleVisit, P.ScreenRead, P.FindingWrite, P.FindingDecide,
  P.DecisionReplay, P.AttachmentWrite, P.SyncUse,
] as const;

const office = [...caseReader, P.TaskWrite, P.ClueWrite, P.AttachmentWrite, P.CaseStart, P.CaseSubmit, P.CaseWithdraw, P.NoticePublish, P.ObjectionFile, P.ObjectionSettle, P.ExportRun, P.HouseholdUnmask, ...selfInspection] as const;

/**
 * Role → permissions (design §8). Nobody holds a verb because of rank: the region's officer cannot edit a household,
 * the county's clerk cannot approve, and the three administrators are separated and read no case data.
 */
export const roleTable: Readonly<Record<Role, RoleInfo>> = {
  team_member: {
    zh: '驻村工作队员', en: 'Member of a village work team', desk: 'field', secondFactor: false, grantLevels: ['village'],
    permissions: [...village],
  },
  village_clerk: {
    zh: '嘎查村干部', en: 'Village clerk', desk: 'field', secondFactor: false, grantLevels: ['village'],
    permissions: [...village, P.CaseReviewVillage, P.ObjectionSettle, P.VillageYearWrite, P.ImportRun, P.ImportUndo],
  },
  township_officer: {
    zh: '苏木乡镇干部', en: 'Township officer', desk: 'office', secondFactor: false, grantLevels: ['township'],
    permissions: [
      ...office, P.HouseholdDial, P.HouseholdWrite, P.CaseReviewTownship, P.VillageYearWrite, P.ImportRun, P.ImportUndo, P.HelpPlanWrite, P.AssignmentWrite, P.VisitWrite, P.TaskVerify,
      P.ClueSettle, P.CareWrite, P.SyncMonitor, P.SyncUse, P.SyncPack, P.FindingAnswer,
    ],
  },
  county_officer: {
    zh: '旗县经办人', en: 'County officer', desk: 'office', secondFactor: false, grantLevels: ['county'],
    permissions: [
      ...office, P.HouseholdWrite, P.CaseReviewCounty, P.VillageYearWrite, P.CountyYearWrite, P.ImportRun, P.ImportUndo,
      P.ExportUnmasked, P.RecalculationRun, P.SimulationRun, P.HelpPlanWrite, P.AssignmentWrite, P.PaymentBook, P.PaymentReverse, P.ProjectWrite, P.FundWrite,
      P.AssetWrite, P.TeamWrite, P.PairingWrite, P.TaskVerify, P.ClueSettle, P.CareWrite, P.CareCompare, P.SyncMonitor, P.FindingAnswer,
    ],
  },
  county_approver: {
    zh: '旗县审批人', en: 'County approver', desk: 'office', secondFactor: true, grantLevels: ['county'],
    permissions: [...office, P.CaseDecide, P.RecalculationRun, P.AssignmentApprove, P.ProjectApprove, P.ExportApprove],
  },
  prefecture_officer: {
    zh: '盟市干部', en: 'League or city officer', desk: 'office', secondFactor: true, grantLevels: ['prefecture'],
    // A household that moves between counties is carried over by whoever has both in the territory.
    permissions: [...office, P.HouseholdTransfer, P.CaseReviewPrefecture, P.AssessmentWrite, P.SimulationRun, P.ExportApprove, P.ScreenRead],
  },
  region_officer: {
    zh: '自治区干部', en: 'Region officer', desk: 'office', secondFactor: true, grantLevels: ['region'],
    permissions: [
      ...office, P.HouseholdTransfer, P.CaseReviewRegion, P.CaseDecide, P.AssessmentWrite, P.BoundaryWrite, P.ParameterWrite, P.RulePublish, P.PackPublish, P.MeasurePublish, P.FundWrite,
      P.RecalculationRun, P.SimulationRun, P.ExportApprove, P.ScreenRead, P.CheckPublish, P.DecisionReplay,
    ],
  },
  inspector: {
    zh: '督查（审计）人员', en: 'Inspector', desk: 'audit', secondFactor: true, grantLevels: ['region', 'prefecture', 'county'],
    permissions: [...caseReader, P.HouseholdUnmask, P.ExportRun, P.ExportUnmasked, P.ExportApprove, P.AuditRead, P.AuditVerify, P.SimulationRun, ...inspection],
  },
  system_admin: {
    zh: '系统管理员', en: 'System administrator', desk: 'administration', secondFactor: true, grantLevels: ['region'],
    permissions: [...everyone, P.OperationsRead, P.AccountRead, P.AccountManage, P.ClockMove],
  },
  security_admin: {
    zh: '安全管理员', en: 'Security administrator', desk: 'administration', secondFactor: true, grantLevels: ['region'],
    permissions: [...everyone, P.AccountRead, P.GrantManage, P.SessionManage],
  },
  audit_admin: {
    zh: '安全审计员', en: 'Audit administrator', desk: 'administration', secondFactor: true, grantLevels: ['region'],
    permissions: [...everyone, P.AuditRead, P.AuditVerify],
  },
};

const sets = new Map<string, ReadonlySet<Permission>>(roles.map((role) => [role, new Set(roleTable[role].permissions)]));

/** True for a name of the table; use it on what comes from a session or a request. */
export function isRole(name: string): name is Role {
  return sets.has(name);
}

/**
 * Whether a role holds a verb. `system` (jobs, seeds) holds all: it is never a session, and its territory is that of the job.
 * An unknown role holds nothing.
 */
export function holds(role: string, permission: Permission): boolean {
  if (role === 'system') return allPermissions.includes(permission);
  return sets.get(role)?.has(permission) ?? false;
}

/** Roles that may see sensitive fields in clear, for a stated purpose. */
export function rolesThatUnmask(): Role[] {
  return roles.filter((role) => holds(role, P.HouseholdUnmask));
}

/** Whether a role may be granted for a division of this level. */
export function mayBeGrantedAt(role: Role, level: DivisionLevel): boolean {
  return roleTable[role].grantLevels.includes(level);
}
