import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert, Button, Progress, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../../i18n/format.js';
import { useLanguage, useLocalText } from '../../../i18n/use-language.js';
import { Card } from '../../../ui/card.js';
import { DivisionName } from '../../../ui/division-name.js';
import { Page } from '../../../ui/page.js';
import { QueryState } from '../../../ui/query-state.js';
import { ComparisonStateTag } from '../../tasks-centre/task-state.js';
import { useRegisterName } from '../checks/missing-words.js';
import type { ComparisonSearch } from './comparison-search.js';
import { comparisonQuery, isComparing, useComparisonStep, type Comparison } from './comparisons.api.js';
import './comparisons.css';
import { MappingCard } from './mapping-card.js';
import { Matches } from './matches.js';
import { Unmatched } from './unmatched.js';

function Working({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const step = useComparisonStep(comparison.id);
  return (
    <Card title={t(`taskCentre.comparisonState.${comparison.state}`)}>
      <Progress percent={comparison.progress} status="active" aria-label={t('comparisons.progress')} />
      <p className="secondary">{t('checks.mayLeave')} <Link to="/tasks">{t('exporting.toTasks')}</Link></p>
      <Button loading={step.isPending} onClick={() => step.mutate({ kind: 'cancel' })}>{t('common.cancel')}</Button>
    </Card>
  );
}

function Results({ comparison, name }: { comparison: Comparison; name: string }) {
  const { t } = useTranslation();
  const search = useSearch({ from: '/office/audit/comparisons/$id' });
  const navigate = useNavigate();
  const go = (to: ComparisonSearch) => void navigate({ to: '/audit/comparisons/$id', params: { id: comparison.id }, search: to });
  const count = (tab: string) => { const found = comparison.matches.find((one) => one.tab === tab); return { matches: formatCount(found?.matches ?? 0), undecided: formatCount(found?.undecided ?? 0) }; };
  const tab = search.tab ?? 'hit';
  const unmatched = (comparison.notOurs ?? 0) + (comparison.tooCommon ?? 0) + (comparison.unusable ?? 0);
  return (
    <Tabs
      activeKey={tab} onChange={(to) => go({ tab: to === 'doubtful' || to === 'unmatched' ? to : undefined })}
      items={[
        { key: 'hit', label: t('comparisons.tabOf.hit', count('hit')), children: tab === 'hit' && <Matches id={comparison.id} name={name} tab="hit" search={search} onSearch={go} /> },
        { key: 'doubtful', label: t('comparisons.tabOf.doubtful', count('doubtful')), children: tab === 'doubtful' && <Matches id={comparison.id} name={name} tab="doubtful" search={search} onSearch={go} /> },
        { key: 'unmatched', label: t('comparisons.tabOf.unmatched', { rows: formatCount(unmatched) }), children: <Unmatched comparison={comparison} /> },
      ]}
    />
  );
}

/** One list: its columns, the matching, then what was found to be decided about. */
export function ComparisonPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = useLocalText();
  const nameOf = useRegisterName();
  const { id } = useParams({ from: '/office/audit/comparisons/$id' });
  const query = useQuery(comparisonQuery(id));
  const comparison = query.data;
  const name = comparison ? t('comparisons.of', { list: nameOf(comparison.register), day: comparison.listOn }) : t('comparisons.title');
  return (
    <Page title={name} path={<Link to="/audit/comparisons">{t('comparisons.title')}</Link>} extra={comparison && <><span className="secondary">{comparison.department} · <DivisionName code={comparison.division} /></span><ComparisonStateTag state={comparison.state} /></>}>
      <QueryState query={query} rows={6}>
        {(found) => (
          <>
            <p className="secondary">{t('comparisons.purposeOf', { purpose: found.purpose, who: found.createdBy })} {found.listDeletedAt ? t('comparisons.deletedAt', { time: formatMoment(found.listDeletedAt) }) : t('comparisons.keepUntil', { day: found.keepUntil })}</p>
            {found.failure && <Alert type="error" showIcon role="alert" title={text(found.failure)} />}
            {found.notes.map((note) => <Alert key={note.note} type="info" showIcon title={note[language]} />)}
            {(found.state === 'needs_mapping' || found.state === 'ready' || found.state === 'failed' || found.state === 'cancelled') && <MappingCard comparison={found} />}
            {isComparing(found) && <Working comparison={found} />}
            {(found.state === 'done' || found.state === 'deleted') && <Results comparison={found} name={name} />}
          </>
        )}
      </QueryState>
    </Page>
  );
}
