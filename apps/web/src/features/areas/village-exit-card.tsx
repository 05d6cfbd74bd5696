import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language.js';
import { Card } from '../../ui/card.js';
import { QueryState } from '../../ui/query-state.js';
import { CaseStatusTag } from '../cases/case-status-tag.js';
import { caseListQuery } from '../cases/cases.api.js';

/** The exit of the village as a procedure: its cases with papers and decision, and the notice of the township. */
export function VillageExitCard({ code }: { code: string }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const query = useQuery(caseListQuery({ box: 'all', pack: 'village_exit', division: code, limit: 10 }));
  return (
    <Card title={t('areas.exit.title')} extra={<Link to="/notices" search={{ division: code }}>{t('areas.exit.notice')}</Link>}>
      <QueryState query={query} rows={1}>
        {({ items }) => (items.length === 0 ? <p className="secondary">{t('areas.exit.none')}</p> : (
          <ul className="papers" data-testid="village-exit">
            {items.map((item) => <li key={item.id}><Link to="/cases/$id" params={{ id: item.id }}>{t('areas.exit.case', { year: item.year })}</Link> <CaseStatusTag status={item.status} /> {item.stepName && local(item.stepName)}</li>)}
          </ul>
        ))}
      </QueryState>
    </Card>
  );
}
