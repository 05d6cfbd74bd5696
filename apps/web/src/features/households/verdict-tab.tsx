import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client.js';
import { useLocalText } from '../../i18n/use-language.js';
import { AsOf } from '../../ui/as-of.js';
import { ExplanationTable } from '../../ui/explanation/explanation-table.js';
import { readExplanation } from '../../ui/explanation/read-explanation.js';
import { QueryState } from '../../ui/query-state.js';
import { meaningOf, VerdictMeaningContext } from '../../ui/verdict-meaning.js';
import { OptionalVerdict } from '../cases/optional-verdict.js';
import type { Household } from './households.api.js';

/** What the rules say of the household in a year, condition by condition, as of the last computation. */
export function VerdictTab({ household }: { household: Household }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const [year, setYear] = useState<number>();
  const query = useQuery({
    queryKey: ['verdict', 'household', household.id, year ?? null], placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(api.GET('/api/v1/verdicts/households/{id}', { params: { path: { id: household.id }, query: { year } }, signal })),
    refetchInterval: (state) => (state.state.data?.freshness.pending ? 5_000 : false),
  });
  return (
    <QueryState query={query} rows={6}>
      {(found) => (
        <>
          <div className="page-head">
            <Segmented options={[...found.years].sort((a, b) => b - a)} value={found.year} onChange={setYear} />
            <span className="spacer" /><AsOf at={found.freshness.asOf} pending={found.freshness.pending} />
          </div>
          {found.verdicts.map((verdict) => {
            const explanation = readExplanation(verdict.explanation);
            return (
              <VerdictMeaningContext key={verdict.ruleCode} value={meaningOf(verdict.ruleCode)}>
                <section className="tab-section" data-rule={verdict.ruleCode}>
                  <h3>{local(verdict.ruleName)} <OptionalVerdict verdict={verdict.verdict} /> <span className="secondary">{t('areas.ruleVersion', { version: verdict.ruleVersion })}</span></h3>
                  {explanation && <ExplanationTable explanation={explanation} />}
                </section>
              </VerdictMeaningContext>
            );
          })}
        </>
      )}
    </QueryState>
  );
}
