/** Every verb of the product. A route names one of them; the guard refuses what the role does not hold. */
export const Permission = {
  DivisionRead: 'division.read',
  ParameterRead: 'parameter.read',
  ParameterWrite: 'parameter.write',
  RuleRead: 'rule.read',
  RulePublish: 'rule.publish',
  PackRead: 'pack.read',
  PackPublish: 'pack.publish',

  HouseholdRead: 'household.read',
  HouseholdWrite: 'household.write',
  HouseholdTransfer: 'household.transfer',
  HouseholdUnmask: 'household.unmask',
  ImportRun: 'import.run',
  ImportUndo: 'import.undo',
  ExportRun: 'export.run',
  ExportUnmasked: 'export.unmasked',

  VillageYearRead: 'village_year.read',
  VillageYearWrite: 'village_year.write',
  CountyYearRead: 'county_year.read',
  CountyYearWrite: 'county_year.write',
  AssessmentWrite: 'assessment.write',

  VerdictRead: 'verdict.read',
  RecalculationRun: 'recalculation.run',
  SimulationRun: 'simulation.run',
  ReportRead: 'report.read',

  CaseRead: 'case.read',
  CaseStart: 'case.start',
  CaseSubmit: 'case.submit',
  CaseWithdraw: 'case.withdraw',
  CaseReviewVillage: 'case.review.village',
  CaseReviewTownship: 'case.review.township',
  CaseReviewCounty: 'case.review.county',
  CaseReviewPrefecture: 'case.review.prefecture',
  CaseReviewRegion: 'case.review.region',
  CaseDecide: 'case.decide',
  NoticePublish: 'notice.publish',
  ObjectionFile: 'objection.file',
  ObjectionSettle: 'objection.settle',
  DossierRead: 'dossier.read',

  AuditRead: 'audit.read',
  AuditVerify: 'audit.verify',
  HistoryRead: 'history.read',
  CheckRun: 'check.run',
  FindingWrite: 'finding.write',

  AccountManage: 'account.manage',
  GrantManage: 'grant.manage',
  SessionManage: 'session.manage',
  OwnAccount: 'account.own',
  OperationsRead: 'operations.read',
  ClockMove: 'clock.move',
} as const;
export type Permission = (typeof Permission)[keyof typeof Permission];

export const allPermissions: readonly Permission[] = Object.values(Permission);
