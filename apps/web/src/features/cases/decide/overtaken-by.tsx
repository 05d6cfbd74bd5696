import { useTranslation } from 'react-i18next';
import { actionNames, caseActions } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useLocalText } from '../../../i18n/use-language.js';

/** Who was faster, when the case had moved on before one's own action arrived. */
export function OvertakenBy({ current }: { current: unknown }) {
  const { t } = useTranslation();
  const local = useLocalText();
  if (typeof current !== 'object' || current === null || !('by' in current) || typeof current.by !== 'string') return null;
  const { lastAction, at } = current as { lastAction?: unknown; at?: unknown };
  const action = caseActions.find((known) => known === lastAction);
  return <p>{t('cases.overtaken', { by: current.by, action: action ? local(actionNames[action]) : '', time: typeof at === 'string' ? formatMoment(at) : '' })}</p>;
}
