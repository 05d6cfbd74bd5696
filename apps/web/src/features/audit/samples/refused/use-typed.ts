import { useTranslation } from 'react-i18next';
import { differenceCauses, failureReasons, incomeBlocks, knowledgeStates, satisfactionStates, spotCheckItems, spotCheckPlaces, spotCheckStates } from '#domain';
import { formatYuan } from '../../../../i18n/format.js';
import { useLocalText } from '../../../../i18n/use-language.js';
import type { FactEntry } from '../../../../ui/fact-list.js';
import { useSpotField } from '../use-spot-field.js';

const fields = { knowsHelper: 'help.helper', knowsMeasures: 'help.measures', memberCount: 'memberCount' } as const;

/** Names of things inside a payload, flat: `assurances.FOOD`. Ids say nothing to a reader and stay out. */
function flat(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`));
}
const hidden = new Set(['taskId', 'id', 'attachmentIds']);
/** As the form has them; what it does not have comes last. */
const order = ['field', 'cause', 'place', 'memberCount', ...spotCheckItems.map((item) => `assurances.${item}`), ...incomeBlocks.map((block) => `incomeFen.${block}`), 'knowsHelper', 'knowsMeasures', 'satisfaction', 'triedOn', 'reason', 'note'];
const rank = (path: string): number => (order.includes(path) ? order.indexOf(path) : order.length);

/** What was typed in words: amounts in yuan, codes by their names; what is unknown stands as it came. */
export function useTyped(): (content: unknown) => FactEntry[] {
  const { t } = useTranslation();
  const local = useLocalText();
  const spotField = useSpotField();
  const label = (path: string): string => {
    if (path.startsWith('assurances.')) return spotField(path.replace('assurances.', 'assurance.'));
    if (path.startsWith('incomeFen.')) return spotField(path.replace('incomeFen.', 'income.'));
    const own = (['place', 'satisfaction', 'note', 'triedOn', 'cause'] as const).find((key) => key === path);
    if (own) return t(`samples.tasks.${own}`);
    if (path === 'reason') return t('samples.reason');
    if (path === 'field') return t('samples.results.field');
    return spotField(Object.entries(fields).find(([key]) => key === path)?.[1] ?? path);
  };
  const word = (path: string, value: unknown): string => {
    if (value === null || value === undefined) return '';
    if (path.startsWith('incomeFen.') && typeof value === 'number') return `${formatYuan(value)} ${t('common.yuan')}`;
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
    const state = path.startsWith('assurances.') ? spotCheckStates.find((one) => one === text) : path.startsWith('knows') ? knowledgeStates.find((one) => one === text) : undefined;
    if (state) return t(`samples.said.${state}`);
    const place = path === 'place' && spotCheckPlaces.find((one) => one === text);
    if (place) return t(`samples.where.${place}`);
    const said = path === 'satisfaction' && satisfactionStates.find((one) => one === text);
    if (said) return t(`samples.satisfied.${said}`);
    if (path === 'reason' && Object.hasOwn(failureReasons, text)) return local(failureReasons[text as keyof typeof failureReasons]);
    if (path === 'cause' && Object.hasOwn(differenceCauses, text)) return local(differenceCauses[text as keyof typeof differenceCauses]);
    return path === 'field' ? spotField(text) : text;
  };
  return (content) => flat(content).filter(([path]) => !hidden.has(path)).sort(([left], [right]) => rank(left) - rank(right)).map(([path, value]) => ({ key: path, label: label(path), value: word(path, value) }));
}
