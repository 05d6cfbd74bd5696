import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.js';
import { useLocalText } from '../../i18n/use-language.js';
import { ChartCard, steps } from '../../ui/charts/index.js';
import { QueryState } from '../../ui/query-state.js';
import { funnelQuery, type Funnel } from './pictures.api.js';

const packs = ['household_exit', 'identification', 're_entry', 'clear_out', 'village_exit'] as const;

/** How far the cases of a procedure came that were begun in the year. */
export function CaseSteps({ division, year }: { division: string; year: number }) {
  const { t } = useTranslation();
  const [pack, setPack] = useState<(typeof packs)[number]>('household_exit');
  const query = useQuery(funnelQuery(division, pack, year));
  const choice = <Select size="small" aria-label={t('pictures.procedure')} value={pack} options={packs.map((value) => ({ value, label: t(`parameters.subject.${value}`) }))} onChange={setPack} popupMatchSelectWidth={false} />;
  return <QueryState query={query}>{(funnel) => <Picture funnel={funnel} extra={choice} />}</QueryState>;
}

function Picture({ funnel, extra }: { funnel: Funnel; extra: React.ReactNode }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const bars = useMemo(() => funnel.steps.map(({ name, reached, waiting }) => ({ name: local(name), value: reached, label: t('pictures.reached', { reached: formatCount(reached), waiting: formatCount(waiting) }) })), [funnel, local, t]);
  const option = useMemo(() => steps(bars), [bars]);
  const begun = funnel.outcomes.reduce((sum, { cases }) => sum + cases, 0);
  const done = funnel.outcomes.filter(({ status }) => status === 'DECIDED' || status === 'COMPLETED').reduce((sum, { cases }) => sum + cases, 0);
  const table = {
    columns: [{ key: 'step', title: t('pictures.step') }, { key: 'reached', title: t('pictures.reachedCases'), numeric: true }, { key: 'waiting', title: t('pictures.waitingCases'), numeric: true }],
    rows: funnel.steps.map(({ name, reached, waiting }) => ({ step: local(name), reached: formatCount(reached), waiting: formatCount(waiting) })),
  };
  return <ChartCard title={t('pictures.funnel', { procedure: local(funnel.name), year: funnel.year, begun: formatCount(begun), done: formatCount(done) })} table={table} option={option} height={bars.length * 40 + 24} extra={extra} />;
}
