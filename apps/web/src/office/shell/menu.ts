import { Permission } from '#domain';
import type { zh } from '../../i18n/zh/index.js';

export interface MenuEntry {
  readonly to: '/households' | '/parameters';
  readonly label: keyof typeof zh.shell.menu;
  readonly permission: Permission;
}

/** The left menu, in the order of the work. An entry is there when the role may use it. */
export const menuEntries: readonly MenuEntry[] = [
  { to: '/households', label: 'households', permission: Permission.HouseholdRead },
  { to: '/parameters', label: 'parameters', permission: Permission.ParameterRead },
];

/** Where a person begins: the first page that the role may use. */
export function startPage(permissions: readonly string[]): MenuEntry['to'] {
  return menuEntries.find((entry) => permissions.includes(entry.permission))?.to ?? '/parameters';
}
