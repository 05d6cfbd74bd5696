import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { Suspense, lazy, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionDefinition } from '#domain';
import type { RefSelectProps } from 'antd';
import { useLocalText } from '../../../i18n/use-language.js';
import { ExportDialog } from '../../exports/export-dialog.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { QueryProgress } from '../../../ui/query-progress.js';
import { AnswerView } from './answer/answer-view.js';
import { ByYear } from './answer/by-year.js';
import { ChipRow } from './chips/chip-row.js';
import { definitionOf } from './definition.js';
import { KeptButtons, type KeptDialog } from './kept/kept-buttons.js';
import { SaveDialog } from './kept/save-dialog.js';
import { answerQuery, datasetsQuery, sent } from './questions.api.js';
import { KeyHints } from './key-hints.js';
import { ScopeBar } from './scope-bar.js';
import { SummariseBar } from './summarise-bar.js';
import { useQuestionKeys } from './use-question-keys.js';
import './questions.css';

const Advanced = lazy(async () => ({ default: (await import('./advanced/advanced.js')).Advanced }));

/** A question as sentence, number, picture and rows. What was asked stands in the address; what is being changed does not yet. */
export function QuestionsPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const search = useSearch({ from: '/office/audit/questions' });
  const navigate = useNavigate();
  const given = JSON.stringify(search.d ?? null);
  const asked = useMemo(() => definitionOf((JSON.parse(given) as Record<string, unknown> | null) ?? undefined), [given]);
  const [draft, setDraft] = useState(asked);
  const [chip, setChip] = useState<number | 'new' | null>(null);
  const [advanced, setAdvanced] = useState(false);
  const [dialog, setDialog] = useState<KeptDialog>(null);
  const group = useRef<RefSelectProps>(null);
  useEffect(() => setDraft(asked), [asked]);
  const datasets = useQuery(datasetsQuery);
  const answer = useQuery(answerQuery(asked));
  const dataset = datasets.data?.find(({ name }) => name === draft.dataset);
  const ask = (definition: QuestionDefinition) => {
    if (JSON.stringify(definition) === JSON.stringify(asked)) void answer.refetch();
    else void navigate({ to: '/audit/questions', search: { d: sent(definition), ...(search.years ? { years: true as const } : {}) } });
  };
  useQuestionKeys({ add: () => setChip('new'), run: () => ask(draft), save: () => setDialog('save'), takeOut: () => setDialog('export'), group: () => group.current?.focus() });
  const years = <Button size="small" aria-pressed={search.years === true} onClick={() => void navigate({ to: '/audit/questions', search: { d: search.d, ...(search.years ? {} : { years: true as const }) } })}>{t('questions.years.button')}</Button>;
  return (
    <Page title={t('questions.title')} extra={<><Link to="/audit/questions/saved">{t('questions.saved.title')}</Link><Link to="/audit/questions/freezes">{t('questions.freezes.title')}</Link></>}>
      {datasets.error && <ProblemAlert error={datasets.error} onRetry={() => void datasets.refetch()} />}
      <section className="card question-card" aria-label={t('questions.title')}>
        <ScopeBar datasets={datasets.data ?? []} definition={draft} onChange={setDraft} onRun={() => ask(draft)} changed={JSON.stringify(draft) !== JSON.stringify(asked)} />
        {dataset && <ChipRow dataset={dataset} definition={draft} open={chip} onOpen={setChip} onChange={setDraft} onAdvanced={() => setAdvanced(!advanced)} />}
        {advanced && dataset && <Suspense fallback={<p className="secondary">{t('common.loading')}</p>}><Advanced dataset={dataset} definition={draft} onChange={setDraft} /></Suspense>}
        {dataset && <SummariseBar dataset={dataset} definition={draft} onChange={setDraft} groupRef={group} />}
        <KeyHints />
      </section>
      <div className={`answer ${answer.isPlaceholderData ? 'stale' : ''}`} aria-busy={answer.isFetching}>
        <QueryProgress active={answer.isFetching} />
        {answer.error && <ProblemAlert error={answer.error} onRetry={() => void answer.refetch()} />}
        {!answer.error && !answer.isFetching && !answer.data && <p role="status">{t('common.stopped')}</p>}
        {answer.data && !answer.error && (
          <AnswerView answer={answer.data} dataset={datasets.data?.find(({ name }) => name === answer.data.definition.dataset)} onOpen={ask} extra={years}>
            {search.years && <ByYear answer={answer.data} dataset={dataset} onOpen={ask} />}
            {answer.data.groups.length === 0 && <p className="no-print">{years}</p>}
            <KeptButtons answer={answer.data} onDialog={setDialog} />
          </AnswerView>
        )}
      </div>
      {dialog === 'save' && <SaveDialog definition={draft} sentence={local(answer.data?.sentence)} onClose={() => setDialog(null)} />}
      {dialog === 'export' && <ExportDialog of={{ kind: 'source', source: 'question', params: { definition: sent(asked) } }} title={t('questions.answer.rows')} onClose={() => setDialog(null)} />}
    </Page>
  );
}
