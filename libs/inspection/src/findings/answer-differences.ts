import { isRecord } from './is-record.js';
import { valueText, type ShownValue } from './origin-copy.js';

/** Where an answer and the record differ, one line a field; what does not differ is left out. */
export function differencesShown(differences: unknown): ShownValue[] {
  const list = Array.isArray(differences) ? differences : [];
  return list.filter(isRecord).filter((entry) => entry['state'] === undefined || entry['state'] === 'DIFFERS').map((entry) => ({
    label: textOf(entry['label'] ?? entry['field']), text: `记录：${valueText(entry['recorded'], 'text')}；抽查：${valueText(entry['answered'] ?? entry['found'], 'text')}`,
  }));
}

function textOf(label: unknown): string {
  const text = isRecord(label) ? label['zh'] : label;
  return typeof text === 'string' ? text : '';
}
