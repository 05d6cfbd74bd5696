import { Button, DatePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchVerdicts, Permission, type MatchVerdict } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useMay } from '../../../session/me.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { ReasonInput } from '../checks/reason-input.js';
import { VerdictMark } from '../checks/verdict-mark.js';
import { useJudgeMatch, type Match } from './comparisons.api.js';

/** What was said of a match, also about an earlier list; and the next word about it. */
export function JudgeMatch({ match }: { match: Match }) {
  const { t } = useTranslation();
  const may = useMay();
  const judge = useJudgeMatch();
  const [reason, setReason] = useState('');
  const [recheck, setRecheck] = useState<Dayjs | null>(null);
  const send = (verdict: MatchVerdict) => judge.mutate({ id: match.id, body: { verdict, reason: reason.trim(), ...(verdict === 'OPEN' && recheck ? { recheckOn: recheck.format('YYYY-MM-DD') } : {}) } }, { onSuccess: () => setReason('') });
  return (
    <div className="judge-match">
      <p><VerdictMark verdict={match.verdict} />{match.remembered && <span className="secondary"> {t('comparisons.remembered')}</span>}{match.reason && <span> {match.reason}</span>}{match.decidedBy && <span className="secondary"> {match.decidedBy} {formatMoment(match.decidedAt)}</span>}{match.recheckOn && <span className="missing"> {t('comparisons.recheck', { day: match.recheckOn })}</span>}</p>
      {judge.error && <ProblemAlert error={judge.error} />}
      {may(Permission.ComparisonRun) && (
        <div className="filter-bar">
          <ReasonInput className="filter-text" label={t('comparisons.reason')} value={reason} onChange={setReason} />
          {matchVerdicts.map((verdict) => <Button key={verdict} size="small" disabled={reason.trim().length < 2} loading={judge.isPending} onClick={() => send(verdict)}>{t(`checks.verdict.${verdict}`)}</Button>)}
          <DatePicker size="small" aria-label={t('comparisons.recheckOn')} placeholder={t('comparisons.recheckOn')} value={recheck} onChange={setRecheck} />
        </div>
      )}
    </div>
  );
}
