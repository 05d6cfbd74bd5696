import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import type { HouseholdEntry } from '../../store/types.js';
import { Row } from '../../ui/index.js';
import { HouseholdTags } from './household-tags.js';

interface Props {
  entry: HouseholdEntry;
  today: string;
  /** How far the house is, in words; null where it is not known. */
  away: string | null;
  onOpen: (id: string) => void;
}

/** A household in the list. */
export const HouseholdLine = memo(function HouseholdLine({ entry, today, away, onOpen }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const note = [away, entry.type && codeLabel('poorHouseholdType', entry.type, language), t('common.persons', { count: entry.memberCount }), entry.group, entry.code].filter(Boolean).join(' · ');
  return <Row title={entry.headName} note={note} extra={<HouseholdTags entry={entry} today={today} />} onClick={() => onOpen(entry.id)} data-testid={`household-${entry.id}`} />;
});
