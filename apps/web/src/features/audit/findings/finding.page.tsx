import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../../session/me.js';
import { Page } from '../../../ui/page.js';
import { QueryState } from '../../../ui/query-state.js';
import '../checks/checks.css';
import { SeverityTag } from '../checks/severity-tag.js';
import { ActionPanel } from './action-panel.js';
import { FindingEvents } from './finding-events.js';
import { FindingFacts } from './finding-facts.js';
import { DaysLeft, FindingStateTag } from './finding-tags.js';
import { findingQuery } from './findings.api.js';
import './findings.css';

/** One finding from receipt to closure: facts and evidence on the left, what to do and what was done on the right. */
export function FindingPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { id } = useParams({ from: '/office/findings/$id' });
  const query = useQuery(findingQuery(id));
  const finding = query.data;
  const board = may(Permission.FindingWrite) ? <Link to="/audit/findings">{t('findings.title')}</Link> : <Link to="/findings">{t('findings.title')}</Link>;
  return (
    <Page
      title={finding ? `${finding.code} ${finding.title}` : t('findings.title')} path={board}
      extra={finding && <><SeverityTag severity={finding.severity} /><FindingStateTag state={finding.state} /><DaysLeft finding={finding} /><Link to="/findings/$id/notice" params={{ id }}>{t('findings.notice.open')}</Link></>}
    >
      <QueryState query={query} rows={8}>
        {(found) => <div className="finding-columns"><div><FindingFacts finding={found} /></div><div><ActionPanel finding={found} /><FindingEvents finding={found} /></div></div>}
      </QueryState>
    </Page>
  );
}
