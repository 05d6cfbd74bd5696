import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '#domain';
import { StatusTag, type Tone } from './status-tag.js';
import { VerdictMeaningContext, type VerdictMeaning } from './verdict-meaning.js';

const looks: Readonly<Record<VerdictMeaning, Readonly<Record<Verdict, { tone: Tone; mark: string }>>>> = {
  standard: { met: { tone: 'success', mark: '✓' }, not_met: { tone: 'error', mark: '✗' }, unproven: { tone: 'warning', mark: '!' } },
  finding: { met: { tone: 'info', mark: '●' }, not_met: { tone: 'neutral', mark: '○' }, unproven: { tone: 'warning', mark: '!' } },
};

/** 达标 · 不达标 · 缺证据; for rules that describe a situation 符合 · 不符合 · 缺证据. */
export function VerdictTag({ verdict, meaning }: { verdict: Verdict; meaning?: VerdictMeaning }) {
  const { t } = useTranslation();
  const around = useContext(VerdictMeaningContext);
  const means = meaning ?? around;
  return <StatusTag {...looks[means][verdict]}>{t(`common.${means === 'finding' ? 'finding' : 'verdict'}.${verdict}`)}</StatusTag>;
}
