import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { Card } from '../../../ui/card.js';
import { QueryState } from '../../../ui/query-state.js';
import { StatusTag } from '../../../ui/status-tag.js';
import { VerdictTag } from '../../../ui/verdict-tag.js';
import { replayQuery, type Replay } from './history.api.js';

/** The decision judged again by the rules of that day and by those of today. */
export function ReplayCard({ id }: { id: string }) {
  const { t } = useTranslation();
  return <Card title={t('recordHistory.replays.one')}><QueryState query={useQuery(replayQuery(id))}>{(replay) => <ReplayTable replay={replay} />}</QueryState></Card>;
}

/** Recorded, that day, today; and whether it would be refused. */
export function ReplayTable({ replay }: { replay: Replay }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!replay.rules) return <p>{t('recordHistory.replays.noFacts')}</p>;
  return (
    <>
      <p>{replay.flips ? <StatusTag tone="warning" mark="!">{t('recordHistory.replays.flips')}</StatusTag> : <StatusTag tone="success" mark="✓">{t('recordHistory.replays.stays')}</StatusTag>} {!replay.agrees && <StatusTag tone="error" mark="!">{t('recordHistory.replays.disagrees')}</StatusTag>}</p>
      <table className="matrix">
        <thead><tr><th scope="col">{t('recordHistory.replays.rule')}</th><th scope="col">{t('recordHistory.replays.recorded')}</th><th scope="col">{t('recordHistory.replays.thatDay')}</th><th scope="col">{t('recordHistory.replays.today')}</th></tr></thead>
        <tbody>{replay.rules.map((rule) => <tr key={rule.rule}><th scope="row">{rule[language]}</th><td><VerdictTag verdict={rule.recorded as Verdict} /></td><td><VerdictTag verdict={rule.thatDay.verdict as Verdict} /> {rule.thatDay.version}</td><td><VerdictTag verdict={rule.today.verdict as Verdict} /> {rule.today.version}</td></tr>)}</tbody>
      </table>
    </>
  );
}
