import type { OutboxItem } from '../../store/types.js';

/** Screen on which work of a kind is done again, where its values cannot be mended one by one. */
export function formOf(item: Pick<OutboxItem, 'kind' | 'entityId'>, householdId: string): { to: string; search?: object } | null {
  switch (item.kind) {
    case 'visit.record': case 'visit.correct': return { to: '/visits/new', search: { hh: householdId } };
    case 'year.correct': return { to: '/income', search: { hh: householdId } };
    case 'household.event': return { to: '/members/change', search: { hh: householdId } };
    case 'case.act': case 'evidence.attach': case 'objection.file': return { to: `/cases/${item.entityId}` };
    default: return null;
  }
}
