import { Permission } from '#domain';
import type { zh } from '../../i18n/zh/index.js';

export interface MenuEntry {
  readonly to: '/todo' | '/households' | '/cases' | '/notices' | '/areas' | '/imports' | '/parameters' | '/rules';
  readonly label: keyof typeof zh.shell.menu;
  readonly permission: Permission;
}

/** The left menu, in the order of the work. An entry is there when the role may use it. */
export const menuEntries: readonly MenuEntry[] = [
  { to: '/todo', label: 'todo', permission: Permission.CaseRead },
  { to: '/households', label: 'households', permission: Permission.HouseholdRead },
  { to: '/cases', label: 'cases', permission: Permission.CaseRead },
  { to: '/notices', label: 'notices', permission: Permission.CaseRead },
  { to: '/areas', label: 'areas', permission: Permission.VerdictRead },
  { to: '/imports', label: 'imports', permission: Permission.ImportRun },
  { to: '/parameters', label: 'parameters', permission: Permission.ParameterRead },
  { to: '/rules', label: 'rules', permission: Permission.RuleRead },
];

/** Where a person begins: the first page that the role may use. */
export function startPage(permissions: readonly string[]): MenuEntry['to'] {
  return menuEntries.find((entry) => permissions.includes(entry.permission))?.to ?? '/parameters';
}
