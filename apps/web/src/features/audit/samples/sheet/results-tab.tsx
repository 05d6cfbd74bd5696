import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { spotFieldName } from '#domain';
import { ApiProblem } from '../../../../api/problem.js';
import { formatCount, formatMoment, formatYuan } from '../../../../i18n/format.js';
import { useLanguage } from '../../../../i18n/use-language.js';
import { Card } from '../../../../ui/card.js';
import { QueryState } from '../../../../ui/query-state.js';
import { resultsQuery, type Sample } from '../samples.api.js';
import { RateCard } from './rate-card.js';
import { StratumName } from './sheet.js';

/** The three rates with formula, n and interval; where answers and records part; why households were replaced. */
export function ResultsTab({ sample }: { sample: Sample }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useQuery(resultsQuery(sample.id));
  if (query.error instanceof ApiProblem && (query.error.code === 'sample.nothing-answered' || query.error.code === 'sample.not-yours')) return <p className="secondary">{t(query.error.code === 'sample.not-yours' ? 'samples.notYours' : 'samples.nothingAnswered')}</p>;
  return (
    <QueryState query={query} rows={8}>
      {(results) => (
        <>
          <Card title={t(sample.unit === 'village' ? 'samples.results.titleVillages' : 'samples.results.title', { answered: formatCount(results.answered), drawn: formatCount(results.drawn) })} extra={<span className="secondary">{t('common.asOf', { time: formatMoment(results.computedAt) })} {results.rule && `· ${results.rule}`}</span>}>
            {results.revised > 0 && <p data-testid="revised">{t('samples.results.revised', { count: results.revised })}</p>}
            {results.total.map((rate) => <RateCard key={rate.kind} rate={rate} />)}
          </Card>
          {results.strata.length > 0 && <Card title={t('samples.results.strata')}>
            <table className="matrix"><thead><tr><th scope="col">{t('samples.strata')}</th><th scope="col" className="number">N</th><th scope="col" className="number">n</th>{results.total.map((rate) => <th key={rate.kind} scope="col" className="number">{rate.name}</th>)}</tr></thead>
              <tbody>{results.strata.map((row) => <tr key={row.stratum}><th scope="row"><StratumName code={row.stratum} /></th><td className="number">{formatCount(row.units)}</td><td className="number">{formatCount(row.answered)}</td>{row.rates.map((rate) => <td key={rate.kind} className="number">{rate.households.hits}/{rate.households.of}</td>)}</tr>)}</tbody>
            </table>
          </Card>}
          <Card title={t('samples.results.differences')}>
            {results.differences.length === 0 ? <p>{t('samples.results.noDifferences')}</p> : (
              <table className="matrix"><thead><tr><th scope="col">{t('samples.results.field')}</th><th scope="col" className="number">{t('samples.results.differ')}</th><th scope="col" className="number">{t('samples.results.gap')}</th><th scope="col">{t('samples.results.causes')}</th></tr></thead>
                <tbody>{results.differences.map((row) => <tr key={row.field}><th scope="row">{spotFieldName(row.field, language)}</th><td className="number">{row.differ}/{row.answered}</td><td className="number">{row.gapFen === null ? '—' : formatYuan(row.gapFen)}</td><td>{row.causes.map(({ cause, causeText, count }) => <span key={cause}>{causeText} {count} </span>)}</td></tr>)}</tbody>
              </table>
            )}
          </Card>
        </>
      )}
    </QueryState>
  );
}
