import type { Jump } from './missing.js';

/** Address of the page on which something that is missing is filled in. */
export function jumpTo(jump: Jump, householdId: string): [to: string, options: { search: Record<string, string> }] {
  if (jump === 'visit') return ['/visits/new', { search: { hh: householdId } }];
  if (jump === 'income') return ['/income', { search: { hh: householdId } }];
  return [`/households/${householdId}`, { search: jump === 'members' ? { tab: 'members' } : {} }];
}
