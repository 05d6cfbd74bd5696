import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { AsOf } from '../../../ui/as-of.js';
import { ShortDivisionName } from '../../../ui/division-name.js';
import { Page } from '../../../ui/page.js';
import { QueryState } from '../../../ui/query-state.js';
import { AboutCheck } from './about-check.js';
import type { CheckSearch } from './check-search.js';
import { CheckVersions } from './check-versions.js';
import { checkQuery } from './checks.api.js';
import './checks.css';
import { HitFilters } from './hit-filters.js';
import { Hits } from './hits.js';
import { MissingWords } from './missing-words.js';
import { SeverityTag } from './severity-tag.js';

/** One check: what it found and what people said of it, what it means, and its versions. */
export function CheckPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { code } = useParams({ from: '/office/audit/checks/$code' });
  const search = useSearch({ from: '/office/audit/checks/$code' });
  const navigate = useNavigate();
  const go = (to: CheckSearch) => void navigate({ to: '/audit/checks/$code', params: { code }, search: to });
  const query = useQuery(checkQuery(code, search.division));
  const found = query.data?.check;
  return (
    <Page
      title={found ? `${code} ${found.name[language]}` : code} path={<Link to="/audit/checks" search={{ division: search.division }}>{t('checks.title')}</Link>}
      extra={found && <><SeverityTag severity={found.severity} />{found.counts?.lastRunAt ? <AsOf at={found.counts.lastRunAt} /> : <span className="secondary">{t('checks.neverRun')}</span>}</>}
    >
      <QueryState query={query} rows={6}>
        {(detail) => (
          <>
            <MissingWords registers={detail.check.registers.map((name) => ({ name, counties: null }))} unset={detail.check.unset.length} />
            {detail.areas.length > 0 && <ul className="check-areas" aria-label={t('checks.byArea')}>{detail.areas.map(({ division, open }) => <li key={division}><Link to="/audit/checks/$code" params={{ code }} search={{ ...search, division, cursor: undefined }}><ShortDivisionName code={division} /></Link> {formatCount(open)}</li>)}</ul>}
            <Tabs
              activeKey={search.tab ?? 'hits'} onChange={(tab) => go({ ...search, tab: tab === 'about' || tab === 'versions' ? tab : undefined })}
              items={[
                { key: 'hits', label: t('checks.tab.hits'), children: <><HitFilters code={code} name={detail.check.name[language]} search={search} onSearch={go} /><Hits key={search.cursor} code={code} search={search} onSearch={go} /></> },
                { key: 'about', label: t('checks.tab.about'), children: <AboutCheck check={detail.check} /> },
                { key: 'versions', label: t('checks.tab.versions'), children: <CheckVersions detail={detail} /> },
              ]}
            />
          </>
        )}
      </QueryState>
    </Page>
  );
}
