import { useTranslation } from 'react-i18next';
import { rateDefinitions, type RateKind } from '#domain';
import { useLanguage } from '../../../../i18n/use-language.js';
import type { SampleRate } from '../samples.api.js';

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** A rate as a point and its interval, how many it rests on, and how it is computed. */
export function RateCard({ rate }: { rate: SampleRate }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { zh, en, formulaZh, formulaEn } = rateDefinitions[rate.kind as RateKind];
  const { households, persons } = rate;
  return (
    <div className="rate" data-testid={`rate-${rate.kind}`}>
      <p>
        {language === 'zh' ? zh : en} <strong>{households.share === null ? '—' : percent(households.share)}</strong>{' '}
        {households.of > 0 && t('samples.results.interval', { low: percent(households.low), high: percent(households.high) })}
        {' '}<span className="secondary">{t('samples.results.counted', { hits: households.hits, of: households.of })}{language === 'zh' ? ` · ${households.interval}` : ''}</span>
      </p>
      <p className="secondary">{language === 'zh' ? formulaZh : formulaEn}</p>
      {rate.kind !== 'APPROVAL' && <p className="secondary">{t('samples.results.persons', { hits: persons.hits, of: persons.of, share: persons.share === null ? '—' : percent(persons.share) })}</p>}
      {rate.undecided > 0 && <p className="missing">{t('samples.results.undecided', { count: rate.undecided })}</p>}
      {rate.zeroHitUpper !== null && <p className="secondary">{t('samples.results.zeroHits', { upper: percent(rate.zeroHitUpper) })}</p>}
    </div>
  );
}
