import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../i18n/format.js';
import './income-chart.css';

interface Props {
  years: { year: number; fen: number | null }[];
  /** Threshold, fen; drawn as a red line when it is set. */
  line?: number | null;
}

const WIDTH = 84;
const HEIGHT = 96;

/** Income per head over the years as bars, oldest first, with the figures written out. */
export function IncomeChart({ years, line }: Props) {
  const { t } = useTranslation();
  const bars = [...years].sort((left, right) => left.year - right.year);
  const top = Math.max(...bars.map((bar) => bar.fen ?? 0), line ?? 0, 1) * 1.25;
  const y = (fen: number) => HEIGHT - (Math.max(fen, 0) / top) * HEIGHT;
  const text = bars.map((bar) => `${bar.year}: ${bar.fen === null ? t('common.notRecorded') : formatYuan(bar.fen)}`).join('；');
  return (
    <figure className="income-chart">
      <figcaption>{t('households.income.chart')}</figcaption>
      <svg viewBox={`0 0 ${bars.length * WIDTH} ${HEIGHT + 22}`} width={bars.length * WIDTH} height={HEIGHT + 22} role="img" aria-label={text}>
        {bars.map((bar, index) => (
          <g key={bar.year} transform={`translate(${index * WIDTH} 0)`}>
            {bar.fen !== null && <rect x={18} width={WIDTH - 36} y={y(bar.fen)} height={HEIGHT - y(bar.fen)} fill="#6aa1ff" />}
            <text x={WIDTH / 2} y={(bar.fen === null ? HEIGHT : y(bar.fen)) - 4} textAnchor="middle" fontSize={12}>{bar.fen === null ? '—' : formatYuan(Math.floor(bar.fen / 100) * 100)}</text>
            <text x={WIDTH / 2} y={HEIGHT + 16} textAnchor="middle" fontSize={12} fill="#595959">{bar.year}</text>
          </g>
        ))}
        {line ? <line x1={0} x2={bars.length * WIDTH} y1={y(line)} y2={y(line)} stroke="#cf1322" strokeDasharray="4 3" /> : null}
      </svg>
    </figure>
  );
}
