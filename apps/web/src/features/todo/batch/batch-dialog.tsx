import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { QueryState } from '../../../ui/query-state.js';
import type { CaseItem } from '../../cases/cases.api.js';
import { BatchResults } from './batch-results.js';
import { sampleQuery, useBatch } from './batch.api.js';
import { SampleList } from './sample-list.js';

/** Agrees to many clean cases: the sampled ones are opened first, and each has its own result. */
export function BatchDialog({ cases, onClose }: { cases: readonly CaseItem[]; onClose: () => void }) {
  const { t } = useTranslation();
  const items = cases.map(({ id, version }) => ({ id, expectedVersion: version }));
  const agree = useBatch();
  const sample = useQuery({ ...sampleQuery(items), enabled: agree.isIdle });
  const [opinion, setOpinion] = useState<string>(t('cases.decide.agreed'));
  const missing = sample.data ? sample.data.sampled.length - sample.data.opened.length : 1;
  const footer = agree.data
    ? <Button type="primary" onClick={onClose}>{t('todo.batch.close')}</Button>
    : <><Button onClick={onClose}>{t('cases.decide.lookAgain')}</Button><Button type="primary" disabled={missing > 0} loading={agree.isPending} onClick={() => agree.mutate({ action: 'agree', items, opinion })}>{t('todo.batch.confirm')}</Button></>;
  return (
    <Modal open title={t('todo.batch.title', { count: cases.length })} onCancel={onClose} footer={footer} width={640} destroyOnHidden>
      {agree.error && <ProblemAlert error={agree.error} />}
      {agree.isPending && <Progress aria-label={t('todo.batch.progress')} percent={Math.round((agree.done * 100) / items.length)} format={() => `${agree.done}/${items.length}`} />}
      {agree.data ? <BatchResults answer={agree.data} cases={cases} /> : (
        <QueryState query={sample}>
          {({ sampled, opened }) => (
            <>
              <p>{t('todo.batch.rule', { count: cases.length, sampled: sampled.length })}</p>
              <SampleList cases={cases} sampled={sampled} opened={opened} />
              <Input.TextArea aria-label={t('cases.decide.opinion')} value={opinion} onChange={(event) => setOpinion(event.target.value)} maxLength={2000} autoSize={{ minRows: 2, maxRows: 4 }} />
            </>
          )}
        </QueryState>
      )}
    </Modal>
  );
}
