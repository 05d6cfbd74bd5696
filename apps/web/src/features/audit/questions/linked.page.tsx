import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page.js';
import { QueryProgress } from '../../../ui/query-progress.js';
import { QueryState } from '../../../ui/query-state.js';
import { AnswerView } from './answer/answer-view.js';
import { datasetsQuery, linkedQuery, sent } from './questions.api.js';
import './questions.css';

/** A question that somebody passed on: answered by the rights and the territory of whoever opens it, small cells hidden. */
export function LinkedQuestionPage() {
  const { t } = useTranslation();
  const { key } = useParams({ from: '/office/audit/questions/link/$key' });
  const navigate = useNavigate();
  const datasets = useQuery(datasetsQuery);
  const query = useQuery(linkedQuery(key));
  return (
    <Page title={t('questions.link.title')} path={<Link to="/audit/questions">{t('questions.title')}</Link>}>
      <p className="secondary">{t('questions.link.note')}</p>
      <div className="answer"><QueryProgress active={query.isFetching} />
        <QueryState query={query}>
          {(answer) => (
            <AnswerView answer={answer} dataset={datasets.data?.find(({ name }) => name === answer.definition.dataset)} onOpen={(definition) => void navigate({ to: '/audit/questions', search: { d: sent(definition) } })}>
              <p><Link className="button-link" to="/audit/questions" search={{ d: sent(answer.definition) }}>{t('questions.link.own')}</Link></p>
            </AnswerView>
          )}
        </QueryState>
      </div>
    </Page>
  );
}
