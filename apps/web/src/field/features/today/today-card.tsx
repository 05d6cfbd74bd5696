import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import type { HouseholdEntry } from '../../store/types.js';
import { BigButton } from '../../ui/index.js';
import { HouseholdTags } from '../households/household-tags.js';
import { useLastVisitText } from '../households/last-visit-text.js';

interface Props {
  entry: HouseholdEntry;
  today: string;
  /** How far the house is, in words; null where it is not known. */
  away: string | null;
  onOpen: (id: string) => void;
  onVisit: (id: string) => void;
}

/** A household of today: who, why, when last visited, and the button that begins the visit. */
export const TodayCard = memo(function TodayCard({ entry, today, away, onOpen, onVisit }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const lastVisit = useLastVisitText();
  const facts = [entry.type && codeLabel('poorHouseholdType', entry.type, language), t('field.households.persons', { count: entry.memberCount }), entry.group].filter(Boolean).join(' · ');
  return (
    <li className="today-card" data-testid={`today-${entry.id}`}>
      <button type="button" className="today-open" onClick={() => onOpen(entry.id)} data-testid={`open-${entry.id}`}>
        <span className="today-name">{entry.headName}</span><span className="today-facts">{facts}</span>
        <span className="head-tags"><HouseholdTags entry={entry} today={today} /></span>
        <span className="small">{[lastVisit(entry.lastVisitOn, today), away].filter(Boolean).join(' · ')}</span>
      </button>
      <BigButton small onClick={() => onVisit(entry.id)} data-testid={`visit-${entry.id}`} aria-label={t('field.today.visitOf', { name: entry.headName })}>{t('field.households.logVisit')}</BigButton>
    </li>
  );
});
