import { useTranslation } from 'react-i18next';
import type { Verdict } from '#domain';
import { StatusTag, type Tone } from './status-tag.js';

const looks: Readonly<Record<Verdict, { tone: Tone; mark: string }>> = {
  met: { tone: 'success', mark: '✓' },
  not_met: { tone: 'error', mark: '✗' },
  unproven: { tone: 'warning', mark: '!' },
};

/** 达标 · 不达标 · 缺证据. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  return <StatusTag {...looks[verdict]}>{t(`common.verdict.${verdict}`)}</StatusTag>;
}
