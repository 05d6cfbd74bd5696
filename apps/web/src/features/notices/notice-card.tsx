import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useLocalText } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { ShortDivisionName } from '../../ui/division-name.js';
import { StatusTag } from '../../ui/status-tag.js';
import { useToday } from '../../ui/use-clock.js';
import { DaysLeft } from './days-left.js';
import type { NoticeCard } from './notices.api.js';

interface Props {
  card: NoticeCard;
  onObject: (card: NoticeCard) => void;
  /** Null where nothing can be chosen. */
  chosen: boolean | null;
  onToggle: () => void;
}

/** A notice in short: whose, where, until when, what is missing. */
export function NoticeCardView({ card, onObject, chosen, onToggle }: Props) {
  const { t } = useTranslation();
  const local = useLocalText();
  const may = useMay();
  const today = useToday();
  const posted = card.id !== null;
  const open = card.lane === 'running' || card.lane === 'complete' || card.lane === 'contested';
  return (
    <article className="notice-card">
      {chosen !== null && <Checkbox className="notice-choice" checked={chosen} onChange={onToggle} aria-label={t('notices.choose', { name: card.name ?? card.village ?? '' })} />}
      <Link to="/cases/$id" params={{ id: card.caseId }}><strong>{card.name ?? t('notices.toPost')}</strong></Link>
      {card.headCount !== null && <span className="secondary"> {t('common.persons', { count: card.headCount })}</span>}
      <div>{local(card.packName)}</div>
      <div className="secondary">{card.village ?? <ShortDivisionName code={card.division} />}</div>
      {card.openedOn && <div className="secondary nowrap">{card.openedOn} – {card.closedOn ?? card.lastDay ?? t('notices.paused')}</div>}
      <div className="notice-tags">
        <DaysLeft card={card} today={today} />
        {card.openObjections > 0 && <StatusTag tone="error" mark="!">{t('notices.objections', { count: card.openObjections })}</StatusTag>}
        {posted && !card.postingEvidence && <StatusTag tone="warning" mark="○">{t('notices.evidenceMissing')}</StatusTag>}
      </div>
      <div className="notice-actions">
        {card.id !== null && <Link to="/notices/$id/poster" params={{ id: card.id }}>{t('notices.poster')}</Link>}
        {posted && open && may(Permission.ObjectionFile) && <Button type="link" size="small" onClick={() => onObject(card)}>{t('cases.objection.file')}</Button>}
      </div>
    </article>
  );
}
