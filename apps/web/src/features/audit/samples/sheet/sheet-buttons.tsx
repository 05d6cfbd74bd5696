import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { api, call } from '../../../../api/client.js';
import { useMay } from '../../../../session/me.js';
import { useProblemText } from '../../../../ui/use-problem-text.js';
import { ExportButton } from '../../../exports/export-dialog.js';
import { PrintButtons } from '../../../prints/print-buttons.js';
import { useSampleStep, type Sample } from '../samples.api.js';
import { IssueDialog } from './issue-dialog.js';
import { ReasonDialog } from './reason-dialog.js';
import { VerifyDialog } from './verify-dialog.js';

type Dialog = 'unseal' | 'close' | 'issue' | 'verify' | null;

/** What comes next for whoever drew it; the seed is shown to nobody else before the end. */
export function SheetButtons({ sample }: { sample: Sample }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const [dialog, setDialog] = useState<Dialog>(null);
  const fail = { onError: (error: unknown) => void message.error(problemText(error), 6) };
  const step = useSampleStep(sample.id, () => void message.success(t('samples.sealed')));
  const recheck = useMutation({
    mutationFn: () => call(api.POST('/api/v1/samples/{id}/recheck', { params: { path: { id: sample.id } } })),
    onSuccess: ({ same, frameSize }) => void (same ? message.success(t('samples.recheck.same')) : message.warning(t('samples.recheck.differs', { count: frameSize }), 6)),
  });
  const mine = may(Permission.SampleDraw) && sample.seed !== null;
  const close = () => setDialog(null);
  return (
    <div className="sheet-buttons no-print">
      {mine && sample.state === 'DRAWN' && <Button type="primary" loading={step.isPending} data-testid="seal" onClick={() => step.mutate({ kind: 'seal' }, fail)}>{t('samples.step.seal')}</Button>}
      {mine && sample.state === 'SEALED' && <Button type="primary" onClick={() => setDialog('issue')}>{t('samples.step.issue')}</Button>}
      {mine && sample.state === 'SEALED' && <Button onClick={() => setDialog('unseal')}>{t('samples.step.unseal')}</Button>}
      {mine && (sample.state === 'DRAWN' || sample.state === 'SEALED') && <Link className="button-link" to="/audit/samples/new" search={{ again: sample.id }}>{t('samples.again')}</Link>}
      {mine && sample.state === 'ISSUED' && <Button onClick={() => setDialog('close')}>{t('samples.step.close')}</Button>}
      {mine && <Button loading={recheck.isPending} onClick={() => recheck.mutate(undefined, fail)}>{t('samples.recheck.button')}</Button>}
      {sample.seed !== null && may(Permission.SampleDraw) && <Button onClick={() => setDialog('verify')}>{t('samples.verify.button')}</Button>}
      {sample.seed !== null && <ExportButton of={{ kind: 'source', source: 'sample_units', params: { sample: sample.id } }} title={sample.name} />}
      <Button onClick={() => window.print()}>{t('common.print')}</Button>
      <PrintButtons sheet="samples" id={sample.id} name={t('prints.sampleSheet')} size="middle" />
      {dialog === 'unseal' && <ReasonDialog sample={sample} kind="unseal" onClose={close} />}
      {dialog === 'close' && <ReasonDialog sample={sample} kind="close" onClose={close} />}
      {dialog === 'issue' && <IssueDialog sample={sample} onClose={close} />}
      {dialog === 'verify' && <VerifyDialog sample={sample} onClose={close} />}
    </div>
  );
}
