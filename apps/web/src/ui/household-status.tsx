import { codeLabel, householdStatuses, type HouseholdStatus } from '#domain';
import { useLanguage } from '../i18n/use-language.js';
import { StatusTag, type Tone } from './status-tag.js';

const looks: Readonly<Record<HouseholdStatus, { tone: Tone; mark: string }>> = {
  CANDIDATE: { tone: 'neutral', mark: '○' },
  REGISTERED: { tone: 'info', mark: '●' },
  PRE_EXIT: { tone: 'warning', mark: '◷' },
  EXITED_ENTITLED: { tone: 'success', mark: '✓' },
  EXITED_NOT_ENTITLED: { tone: 'success', mark: '✓' },
  RETURNED: { tone: 'error', mark: '↩' },
  CLEARED_OUT: { tone: 'neutral', mark: '✗' },
  DEREGISTERED: { tone: 'neutral', mark: '✗' },
};

/** 脱贫属性 of a household as word, sign and colour. */
export function HouseholdStatusTag({ status }: { status: string }) {
  const language = useLanguage();
  const look = looks[householdStatuses.find((known) => known === status) ?? 'CANDIDATE'];
  return <StatusTag {...look}>{codeLabel('householdStatus', status, language)}</StatusTag>;
}
