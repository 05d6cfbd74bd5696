import type { ScreenVerdict } from '#domain';
import { decodeCursor, toPage, type Page } from '#platform';
import type { ShownGroup } from './screen-reader.js';

/** A page of groups in their order, which is that of the places. */
export function groupPage(groups: readonly ShownGroup[], { verdict, cursor, limit }: { readonly verdict?: ScreenVerdict; readonly cursor?: string; readonly limit: number }): Page<ShownGroup> {
  const [division, key] = (decodeCursor(cursor, ['string', 'string']) ?? ['', '']).map(String) as [string, string];
  const behind = groups.filter((group) => (verdict === undefined || group.verdict === verdict) && (group.divisionCode > division || (group.divisionCode === division && group.key > key)));
  return toPage(behind.slice(0, limit + 1), limit, (group) => [group.divisionCode, group.key], (group) => group);
}
