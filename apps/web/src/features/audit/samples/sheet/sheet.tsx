import { useTranslation } from 'react-i18next';
import { sampleMethodNames } from '#domain';
import { formatCount, formatMoment } from '../../../../i18n/format.js';
import { useLanguage, useLocalText } from '../../../../i18n/use-language.js';
import { Card } from '../../../../ui/card.js';
import { FactList } from '../../../../ui/fact-list.js';
import { useDivisionName } from '../../../../ui/use-divisions.js';
import type { Sample } from '../samples.api.js';

/** Everything that is needed to draw the same list again, as it is printed. */
export function Sheet({ sample }: { sample: Sample }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const local = useLocalText();
  const area = useDivisionName(sample.division);
  const hash = (value: string | null) => value && <span className="hash">{value}</span>;
  const entries = [
    { key: 'area', label: t('samples.area'), value: area }, { key: 'method', label: t('samples.method'), value: local(sampleMethodNames[sample.method]) },
    { key: 'unit', label: t('samples.field.unit'), value: t(`samples.unit.${sample.unit}`) }, { key: 'year', label: t('samples.field.year'), value: String(sample.year) },
    { key: 'frame', label: t('samples.frameSize'), value: formatCount(sample.frameSize) }, { key: 'drawn', label: t('samples.drawn'), value: formatCount(sample.drawn) },
    { key: 'algorithm', label: t('samples.algorithm'), value: sample.algorithm }, { key: 'at', label: t('samples.drawnAt'), value: `${formatMoment(sample.drawnAt)} ${sample.drawnBy}` },
    { key: 'opens', label: t('samples.opensAt'), value: sample.opensAt ? formatMoment(sample.opensAt) : t('samples.notYet') },
  ];
  const secrets = [
    { key: 'seed', label: t('samples.seed'), value: hash(sample.seed) ?? t('samples.secret') }, { key: 'frameHash', label: t('samples.frameHash'), value: hash(sample.frameSha256) },
    { key: 'seal', label: t('samples.seal'), value: hash(sample.seal) }, ...(sample.nonce ? [{ key: 'nonce', label: t('samples.nonce'), value: hash(sample.nonce) }] : []),
  ];
  return (
    <Card title={t('samples.sheet')}>
      <FactList entries={entries} />
      <div className="sheet-secrets"><FactList entries={secrets} /></div>
      {sample.sizeFormula && language === 'zh' && <p className="secondary">{sample.sizeFormula}</p>}
      <table className="matrix">
        <caption className="visually-hidden">{t('samples.strata')}</caption>
        <thead><tr><th scope="col">{t('samples.strata')}</th><th scope="col" className="number">{t('samples.frameSize')}</th><th scope="col" className="number">{t('samples.drawn')}</th><th scope="col" className="number">{t('samples.reserve')}</th></tr></thead>
        <tbody>{sample.strata.map((row) => <tr key={row.stratum}><th scope="row"><StratumName code={row.stratum} /></th><td className="number">{formatCount(row.units)}</td><td className="number">{formatCount(row.drawn)}</td><td className="number">{formatCount(row.replacements)}</td></tr>)}</tbody>
      </table>
    </Card>
  );
}

/** A stratum that is a place by its name; the hardest and the others by their words. */
export function StratumName({ code }: { code: string }) {
  const { t } = useTranslation();
  const place = /^\d{4,12}$/.test(code);
  const name = useDivisionName(place ? code : '15');
  if (place) return <>{name}</>;
  return <>{code === 'HARDEST' || code === 'RANDOM' || code === 'ALL' ? t(`samples.stratumName.${code}`) : code}</>;
}
