import { Permission } from '#domain';
import type { zh } from '../../i18n/zh/index.js';

export interface MenuEntry {
  readonly to: string;
  readonly label: keyof typeof zh.shell.menu;
  readonly permission: Permission;
  /** Whoever holds this has the same page elsewhere in the menu. */
  readonly unless?: Permission;
}

export interface MenuGroup {
  readonly label: keyof typeof zh.shell.menu;
  readonly entries: readonly MenuEntry[];
}

/** The left menu in the order of the work. An entry is there when the role may use it, a group when one of its entries is. */
export const menuGroups: readonly MenuGroup[] = [
  {
    label: 'work',
    entries: [
      { to: '/todo', label: 'todo', permission: Permission.CaseRead },
      { to: '/households', label: 'households', permission: Permission.HouseholdRead },
      { to: '/cases', label: 'cases', permission: Permission.CaseRead },
      { to: '/notices', label: 'notices', permission: Permission.CaseRead },
      { to: '/clues', label: 'clues', permission: Permission.ClueRead },
      { to: '/areas', label: 'areas', permission: Permission.VerdictRead },
      { to: '/pictures', label: 'pictures', permission: Permission.ReportRead },
      { to: '/findings', label: 'findings', permission: Permission.FindingRead, unless: Permission.FindingWrite },
    ],
  },
  {
    label: 'help',
    entries: [
      { to: '/gaps', label: 'gaps', permission: Permission.EntitlementRead },
      { to: '/help-plans', label: 'plans', permission: Permission.MeasureRead },
      { to: '/assignments', label: 'assignments', permission: Permission.MeasureRead },
      { to: '/payments', label: 'payments', permission: Permission.PaymentRead },
      { to: '/projects', label: 'projects', permission: Permission.ProjectRead },
      { to: '/funds', label: 'funds', permission: Permission.ProjectRead },
      { to: '/help-assets', label: 'assets', permission: Permission.AssetRead },
      { to: '/measures', label: 'measures', permission: Permission.MeasureRead },
    ],
  },
  {
    label: 'teams',
    entries: [
      { to: '/teams', label: 'workTeams', permission: Permission.TeamRead },
      { to: '/helpers', label: 'helpers', permission: Permission.TeamRead },
      { to: '/visits', label: 'visits', permission: Permission.VisitRead },
      { to: '/help-tasks', label: 'helpTasks', permission: Permission.TaskRead },
      { to: '/care', label: 'care', permission: Permission.CareRead },
    ],
  },
  { label: 'exchange', entries: [{ to: '/imports', label: 'imports', permission: Permission.ImportRun }] },
  {
    label: 'audit',
    entries: [
      { to: '/audit/questions', label: 'questions', permission: Permission.QuestionAsk },
      { to: '/audit/checks', label: 'checks', permission: Permission.CheckRead },
      { to: '/audit/comparisons', label: 'comparisons', permission: Permission.ComparisonRead },
      { to: '/audit/findings', label: 'findings', permission: Permission.FindingWrite },
      { to: '/audit/exports', label: 'exportLog', permission: Permission.ExportApprove },
      { to: '/audit/log', label: 'auditLog', permission: Permission.AuditRead },
      { to: '/audit/samples', label: 'samples', permission: Permission.SampleRead },
      { to: '/audit/screens', label: 'screens', permission: Permission.ScreenRead },
      { to: '/audit/history', label: 'recordHistory', permission: Permission.HistoryRead },
    ],
  },
  {
    label: 'settings',
    entries: [
      { to: '/parameters', label: 'parameters', permission: Permission.ParameterRead },
      { to: '/rules', label: 'rules', permission: Permission.RuleRead },
      { to: '/packs', label: 'packs', permission: Permission.PackRead },
      { to: '/holidays', label: 'holidays', permission: Permission.ParameterRead },
      { to: '/runs', label: 'runs', permission: Permission.RecalculationRun },
      { to: '/field-devices', label: 'devices', permission: Permission.SyncMonitor },
      { to: '/accounts', label: 'accounts', permission: Permission.AccountRead },
    ],
  },
];

const entries = menuGroups.flatMap((group) => group.entries);

/** Addresses without an entry of their own, by the entry that they belong to. */
const belongsTo: Readonly<Record<string, string>> = { '/villages': '/areas', '/counties': '/areas', '/boundaries': '/pictures', '/payment-batches': '/payments', '/field-work': '/teams', '/care-entries': '/care', '/care-comparisons': '/care' };

/** The entry whose page an address shows; the longest that fits. */
export function entryOf(pathname: string): MenuEntry | undefined {
  const first = `/${pathname.split('/')[1] ?? ''}`;
  const address = belongsTo[first] ?? pathname;
  return entries.filter(({ to }) => address === to || address.startsWith(`${to}/`)).sort((left, right) => right.to.length - left.to.length)[0];
}

/** Where a person begins: the first page that the role may use. */
export function startPage(permissions: readonly string[]): string {
  return entries.find((entry) => permissions.includes(entry.permission))?.to ?? '/parameters';
}
