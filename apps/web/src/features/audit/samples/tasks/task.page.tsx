import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { failureReasons } from '../sheet/household-words.js';
import { useLocalText } from '../../../../i18n/use-language.js';
import { Card } from '../../../../ui/card.js';
import { FactList } from '../../../../ui/fact-list.js';
import { Page } from '../../../../ui/page.js';
import { QueryState } from '../../../../ui/query-state.js';
import { taskAnswersQuery, taskQuery } from '../samples.api.js';
import { AttemptForm } from './attempt-form.js';
import { Differences } from './differences.js';
import { SpotForm } from './spot-form.js';
import '../samples.css';

/** The blind form: how to find the household, then its own answers; the record comes after they are saved. */
export function SampleTaskPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const { id } = useParams({ from: '/office/audit/samples/tasks/$id' });
  const task = useQuery(taskQuery(id));
  const answers = useQuery(taskAnswersQuery(id));
  // The newest comes first.
  const last = answers.data?.items[0];
  return (
    <Page title={task.data?.headName ?? t('samples.tasks.household')} path={<Link to="/audit/samples/tasks">{t('samples.tasks.title')}</Link>} extra={task.data && <span>{t(`samples.task.${task.data.state}`)}</span>}>
      <QueryState query={task} rows={6}>
        {(found) => (
          <>
            <Card title={t('samples.tasks.where')}>
              <FactList entries={[{ key: 'place', label: t('samples.village'), value: found.place }, { key: 'natural', label: t('samples.tasks.group'), value: found.naturalVillage }, { key: 'code', label: t('samples.tasks.code'), value: found.householdCode }, { key: 'sample', label: t('samples.title'), value: `${found.sampleName} · ${found.ordinal}` }]} />
              {found.attempts.length > 0 && <ul>{found.attempts.map(({ triedOn, reason, note }) => <li key={`${triedOn}${reason}`}>{triedOn} {local(failureReasons[reason])} {note}</li>)}</ul>}
              {!found.closed && (found.state === 'OPEN' || found.state === 'FAILED') && <AttemptForm id={id} />}
            </Card>
            {last ? <Differences answer={last} /> : found.closed || found.state === 'REPLACED' ? <p className="secondary">{t('samples.tasks.over')}</p> : answers.isSuccess && (found.unit === 'village' ? <p>{t('samples.tasks.onPhone')}</p> : <SpotForm id={id} year={found.year} />)}
          </>
        )}
      </QueryState>
    </Page>
  );
}
