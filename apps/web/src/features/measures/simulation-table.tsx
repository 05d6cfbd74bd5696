import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.js';
import { DivisionName } from '../../ui/division-name.js';
import type { Simulation } from './measures.api.js';

/** Whom another rule would change, county by county, from which answer to which. */
export function SimulationTable({ simulation }: { simulation: Simulation }) {
  const { t } = useTranslation();
  const verdict = (word: 'met' | 'not_met' | 'unproven' | null) => (word === null ? t('common.notSet') : t(`common.verdict.${word}`));
  const changed = simulation.counties.filter(({ changes }) => changes.length > 0);
  return (
    <div role="status">
      <p>{t('help.measures.flips', { count: simulation.flips })}</p>
      {changed.length > 0 && (
        <div className="scroll-table">
          <table className="plain-table">
            <thead><tr><th scope="col">{t('help.measures.county')}</th><th scope="col">{t('help.measures.change')}</th><th scope="col" className="number">{t('help.measures.subjects')}</th></tr></thead>
            <tbody>
              {changed.flatMap(({ countyCode, changes }) => changes.map((change) => (
                <tr key={`${countyCode}-${change.before}-${change.after}`}>
                  <th scope="row"><DivisionName code={countyCode} /></th>
                  <td>{verdict(change.before)} → {verdict(change.after)}</td>
                  <td className="number">{formatCount(change.subjects)}</td>
                </tr>
              )))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
