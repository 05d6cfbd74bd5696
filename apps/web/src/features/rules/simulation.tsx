import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { OptionalVerdict } from '../cases/optional-verdict.js';
import { useSimulation, type RuleVersion } from './rules.api.js';

interface Props {
  rule: RuleVersion;
  candidate: Record<string, unknown>;
  year: number;
  onSeen: (seal: string | null) => void;
}

/** Whom the candidate would judge otherwise, by county and one by one; nothing is written. */
export function Simulation({ rule, candidate, year, onSeen }: Props) {
  const { t } = useTranslation();
  const simulate = useSimulation();
  const asked = JSON.stringify([candidate, year]);
  const { reset } = simulate;
  // An answer to an earlier wording is no answer to this one.
  useEffect(() => reset(), [asked, reset]);
  const run = () => simulate.mutate({ ruleCode: rule.code, level: rule.level, rule: candidate, year, limit: 20 }, { onSuccess: ({ seal }) => onSeen(seal) });
  const { data } = simulate;
  return (
    <section className="tab-section">
      <Button type={data ? 'default' : 'primary'} loading={simulate.isPending} onClick={run}>{t('rules.simulate.run')}</Button>
      {simulate.error && <ProblemAlert error={simulate.error} />}
      {data && (
        <>
          <p role="status"><strong>{t('rules.simulate.answer', { subjects: formatCount(data.subjects), flips: formatCount(data.flips) })}</strong></p>
          {data.flips > 0 && (
            <table className="matrix">
              <thead><tr><th scope="col">{t('rules.simulate.county')}</th><th scope="col" className="number">{t('rules.simulate.judged')}</th><th scope="col" className="number">{t('rules.simulate.flips')}</th></tr></thead>
              <tbody>{data.counties.filter(({ flips }) => flips > 0).map((county) => <tr key={county.countyCode}><td>{county.name ?? county.countyCode}</td><td className="number">{formatCount(county.subjects)}</td><td className="number">{formatCount(county.flips)}</td></tr>)}</tbody>
            </table>
          )}
          <ul>{data.items.map((item) => <li key={item.id}>{item.name ?? item.id}：<OptionalVerdict verdict={item.before} /> → <OptionalVerdict verdict={item.after} /></li>)}</ul>
        </>
      )}
    </section>
  );
}
