import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ShortDivisionName } from '../../../ui/division-name.js';
import { HouseholdStatusTag } from '../../../ui/household-status.js';
import type { Match } from './comparisons.api.js';

/** What the list says beside our record; what differs stands out. Numbers are masked on both sides. */
export function MatchSides({ match }: { match: Match }) {
  const { t } = useTranslation();
  const { list, ours } = match;
  const missing = <span className="secondary">{list.deleted ? t('comparisons.listDeleted') : t('common.notRecorded')}</span>;
  const row = (label: string, theirs: string | null, our: string | null) => (
    <tr className={theirs !== null && our !== null && theirs !== our ? 'differs' : ''}><th scope="row">{label}</th><td>{theirs ?? missing}</td><td>{our ?? <span className="secondary">{t('common.notRecorded')}</span>}</td></tr>
  );
  return (
    <table className="matrix match-sides">
      <thead><tr><th /><th>{t('comparisons.side.list', { row: list.row })}</th><th>{t('comparisons.side.ours')}</th></tr></thead>
      <tbody>
        {row(t('comparisons.target.name'), list.name, ours.name)}
        {row(t('comparisons.target.idNo'), list.idNo, ours.idNo)}
        {row(t('comparisons.target.birthDate'), list.birthDate, ours.birthDate)}
        <tr><th scope="row">{t('comparisons.side.more')}</th><td>{list.values.map(({ label, text }) => `${label}：${text}`).join('；')}</td><td><Link to="/households/$id" params={{ id: ours.householdId }}>{t('households.ofHead', { name: ours.headName })}</Link> · <ShortDivisionName code={ours.villageCode} /> <HouseholdStatusTag status={ours.householdStatus} />{ours.leftOn && <div className="secondary">{t('comparisons.left', { day: ours.leftOn })}</div>}</td></tr>
      </tbody>
    </table>
  );
}
