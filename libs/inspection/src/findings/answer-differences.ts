import { spotFieldName, spotValueText } from '#domain';
import { isRecord } from './is-record.js';
import type { ShownValue } from './origin-copy.js';

/** Where an answer and the record differ, one line a field. */
export function differencesShown(differences: unknown): ShownValue[] {
  const list = Array.isArray(differences) ? differences.filter(isRecord) : [];
  return list.flatMap((entry) => {
    const field = entry['field'];
    if (typeof field !== 'string') return [];
    const text = (value: unknown): string => spotValueText(field, value) || '—';
    return [{ label: spotFieldName(field), text: `记录：${text(entry['recorded'])}；抽查：${text(entry['seen'])}` }];
  });
}
