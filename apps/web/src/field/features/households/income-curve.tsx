import { useTranslation } from 'react-i18next';
import type { PackRow } from '#domain';
import { formatYuan } from '../../../i18n/format.js';
import { numberOf } from './row-values.js';

const STEP = 96;
const HEIGHT = 110;
const yuan = (fen: number): string => formatYuan(Math.floor(fen / 100) * 100);

/** Income per head over the years as a curve with the line that it is measured by; the numbers are written beside the points. */
export function IncomeCurve({ years, line }: { years: readonly PackRow[]; line: number | null }) {
  const { t } = useTranslation();
  const points = years.flatMap((row) => {
    const [year, fen] = [numberOf(row, 'year'), numberOf(row, 'perCapitaIncome')];
    return year === null || fen === null ? [] : [{ year, fen }];
  }).sort((left, right) => left.year - right.year).slice(-4);
  if (points.length === 0) return <p>{t('field.households.income.none')}</p>;
  const top = Math.max(...points.map(({ fen }) => fen), line ?? 0, 1) * 1.3;
  const x = (index: number) => (index + 0.5) * STEP;
  const y = (fen: number) => HEIGHT - (Math.max(fen, 0) / top) * (HEIGHT - 14);
  const label = [...points.map(({ year, fen }) => t('field.households.income.point', { year, yuan: yuan(fen) })), line === null ? '' : t('field.households.income.line', { yuan: yuan(line) })].filter(Boolean).join('；');
  return (
    <figure className="income-curve">
      <svg viewBox={`0 0 ${points.length * STEP} ${HEIGHT + 26}`} role="img" aria-label={label} data-testid="income-curve">
        {line !== null && <line className="threshold" x1={0} x2={points.length * STEP} y1={y(line)} y2={y(line)} />}
        <polyline className="curve" points={points.map(({ fen }, index) => `${x(index)},${y(fen)}`).join(' ')} />
        {points.map(({ year, fen }, index) => (
          <g key={year}>
            <circle className="point" cx={x(index)} cy={y(fen)} r={5} />
            <text x={x(index)} y={y(fen) - 10} textAnchor="middle">{yuan(fen)}</text>
            <text x={x(index)} y={HEIGHT + 20} textAnchor="middle">{year}</text>
          </g>
        ))}
      </svg>
      {line !== null && <figcaption className="small"><span className="threshold-key" aria-hidden="true" /> {t('field.households.income.line', { yuan: yuan(line) })}</figcaption>}
    </figure>
  );
}
