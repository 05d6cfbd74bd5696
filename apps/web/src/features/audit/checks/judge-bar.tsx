import { Button, type InputRef } from 'antd';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { matchVerdicts } from '#domain';
import type { Verdict } from './checks.api.js';
import { ReasonInput } from './reason-input.js';

interface Props {
  /** How many rows the next verdict is about. */
  count: number;
  reason: string;
  onReason: (reason: string) => void;
  reasonRef: Ref<InputRef>;
  /** How far many verdicts are. */
  done: { readonly done: number; readonly count: number } | null;
  onVerdict: (verdict: Verdict) => void;
  children?: ReactNode;
}

/** The reason once, the verdict by one click or key for the row that is lit, or for all that are ticked. */
export function JudgeBar({ count, reason, onReason, reasonRef, done, onVerdict, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className="judge-bar" role="group" aria-label={t('checks.judge.label')}>
      <span data-testid="judge-count">{done === null ? t('checks.judge.about', { count }) : t('checks.judge.done', done)}</span>
      <ReasonInput inputRef={reasonRef} className="reason" label={t('checks.judge.reason')} value={reason} onChange={onReason} />
      {matchVerdicts.map((verdict, index) => (
        <Button key={verdict} disabled={count === 0 || reason.trim().length < 2} onClick={() => onVerdict(verdict)}>{t(`checks.verdict.${verdict}`)} <kbd aria-hidden="true">{index + 1}</kbd></Button>
      ))}
      {children}
      <span className="secondary">{t('checks.judge.keys')}</span>
    </div>
  );
}
