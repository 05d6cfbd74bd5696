import { isRecord } from './is-record.js';
import { valueText, type ShownValue } from './origin-copy.js';

/** What the fields of the form of a spot check are called. */
const fieldNames: Readonly<Record<string, string>> = {
  memberCount: '家庭人口', 'assurance.FOOD': '吃', 'assurance.CLOTHING': '穿', 'assurance.EDUCATION': '义务教育', 'assurance.MEDICAL': '基本医疗', 'assurance.HOUSING': '住房安全', 'assurance.WATER': '饮水安全',
  'assurance.INCOME': '收入', 'income.wage': '工资性收入', 'income.business': '生产经营性收入', 'income.property': '财产性收入', 'income.transfer': '转移性收入', 'income.cost': '生产经营性支出',
  'help.helper': '知晓帮扶责任人', 'help.measures': '知晓帮扶措施',
};
const words: Readonly<Record<string, string>> = { OK: '没有问题', PROBLEM: '有问题', UNCLEAR: '不清楚', YES: '知道', PARTLY: '部分知道', NO: '不知道', NO_HELP: '没有帮扶' };

/** Where an answer and the record differ, one line a field. */
export function differencesShown(differences: unknown): ShownValue[] {
  const list = Array.isArray(differences) ? differences.filter(isRecord) : [];
  return list.flatMap((entry) => {
    const field = entry['field'];
    if (typeof field !== 'string') return [];
    const text = (value: unknown): string => (typeof value === 'string' && value in words ? (words[value] ?? value) : valueText(value, field.startsWith('income.') ? 'money_fen' : 'text'));
    return [{ label: fieldNames[field] ?? field, text: `记录：${text(entry['recorded'])}；抽查：${text(entry['seen'])}` }];
  });
}
