import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { screens, screenGroupings, screenVerdicts } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { useMe } from '../../../session/me.js';
import { DivisionSelect } from '../../../ui/division-select.js';
import { Page } from '../../../ui/page.js';
import { QueryProgress } from '../../../ui/query-progress.js';
import { QueryState } from '../../../ui/query-state.js';
import { useToday } from '../../../ui/use-clock.js';
import { ScreenGroups } from './screen-groups.js';
import { ScreenMethod } from './screen-method.js';
import type { ScreenSearch } from './screen-search.js';
import { screenQuery } from './screens.api.js';
import './screens.css';

/** Statistical screens: what is conspicuous in a place, never who. The order is that of the places, whatever is found. */
export function ScreensPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe();
  const today = useToday();
  const search = useSearch({ from: '/office/audit/screens' });
  const navigate = useNavigate();
  const go = (change: ScreenSearch) => void navigate({ to: '/audit/screens', search: { ...search, cursor: undefined, page: undefined, group: undefined, figure: undefined, ...change } });
  const code = search.code ?? 'income_heaping';
  const thisYear = Number(today.slice(0, 4));
  const screen = screens.find((one) => one.code === code);
  const by = screen?.groupings.find((one) => one === search.by) ?? screen?.groupings[0];
  const query = useQuery({ ...screenQuery(code, { year: search.year, division: search.division, by, verdict: search.verdict, cursor: search.cursor, limit: 50 }) });
  // Without a choice the server takes the newest year on record.
  const year = search.year ?? query.data?.year;
  return (
    <Page title={t('screens.title')}>
      <div className="filter-bar">
        <Select aria-label={t('screens.which')} value={code} popupMatchSelectWidth={false} options={screens.map((one) => ({ value: one.code, label: one[language] }))} onChange={(next) => go({ code: next, by: undefined })} />
        <DivisionSelect value={search.division} within={me.division} placeholder={t('screens.area')} onChange={(division) => go({ division })} />
        <Select aria-label={t('questions.year')} value={year} options={Array.from({ length: 8 }, (_, back) => ({ value: thisYear - back, label: t('questions.yearOf', { year: thisYear - back }) }))} onChange={(next) => go({ year: next })} />
        <Select aria-label={t('screens.by')} value={by} popupMatchSelectWidth={false} options={screenGroupings.filter((one) => screen?.groupings.includes(one)).map((value) => ({ value, label: t(`screens.grouping.${value}`) }))} onChange={(next) => go({ by: next })} />
        <Select aria-label={t('screens.verdictHead')} allowClear className="filter-select" placeholder={t('screens.verdictHead')} value={search.verdict} options={screenVerdicts.map((value) => ({ value, label: t(`screens.verdict.${value}`) }))} onChange={(verdict?: ScreenSearch['verdict']) => go({ verdict })} />
      </div>
      <div className="answer"><QueryProgress active={query.isFetching} />
        <QueryState query={query} rows={8}>{(answer) => <><ScreenMethod answer={answer} /><ScreenGroups answer={answer} search={search} onPlace={go} /></>}</QueryState>
      </div>
    </Page>
  );
}
