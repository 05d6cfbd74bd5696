import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language.js';
import { Page } from '../../../ui/page.js';
import { PrintButtons } from '../../prints/print-buttons.js';
import { QueryState } from '../../../ui/query-state.js';
import { caseQuery } from '../cases.api.js';
import { isAllowed } from '../decide/main-action.js';
import { CaseHead } from './case-head.js';
import { CaseQueue } from './case-queue.js';
import { ChecksColumn } from './checks-column.js';
import { DecisionColumn } from './decision-column.js';
import { FactsColumn } from './facts-column.js';
import { PinsProvider } from './pins.js';
import './case.css';

/** Everything needed to decide a case, on one screen: facts and papers, automatic checks, course and decision. */
export function CasePage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const { id } = useParams({ from: '/office/cases/$id' });
  const query = useQuery(caseQuery(id));
  const title = query.data ? `${query.data.subjectName} · ${local(query.data.packName)}` : t('cases.title');
  return (
    <Page title={title} path={query.data?.divisionName} extra={<><PrintButtons sheet="case_forms" id={id} name={t('prints.caseForm')} /><CaseQueue current={id} /></>}>
      <QueryState query={query} rows={10}>
        {(detail) => (
          <PinsProvider key={detail.id} possible={isAllowed(detail.allowedActions, 'return')}>
            <CaseHead detail={detail} />
            <div className="case-columns">
              <FactsColumn detail={detail} />
              <ChecksColumn detail={detail} />
              <DecisionColumn detail={detail} />
            </div>
          </PinsProvider>
        )}
      </QueryState>
    </Page>
  );
}
