import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import { Permission } from '#domain';
import { api, call } from '../../../../api/client.js';
import { useMay } from '../../../../session/me.js';
import { useProblemText } from '../../../../ui/use-problem-text.js';
import { sent, useKeeping, type Answer } from '../questions.api.js';

export type KeptDialog = 'save' | 'export' | null;

/** What can be done with an answer: keep the question, link it, freeze the answer, take the rows out, draw from them. */
export function KeptButtons({ answer, onDialog }: { answer: Answer; onDialog: (dialog: KeptDialog) => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const fail = (error: unknown) => void message.error(problemText(error));
  const link = useMutation({
    mutationFn: async () => {
      const { key } = await call(api.POST('/api/v1/questions/links', { body: { definition: sent(answer.definition) } }));
      const address = `${window.location.origin}/audit/questions/link/${key}`;
      await navigator.clipboard.writeText(address).catch(() => undefined);
      return address;
    },
    onSuccess: (address) => void message.success(t('questions.link.done', { address }), 8), onError: fail,
  });
  const freeze = useKeeping(() => call(api.POST('/api/v1/questions/freezes', { body: { definition: sent(answer.definition) } })), ({ rows }) => void message.success(t('questions.freeze.done', { count: rows }), 6));
  return (
    <div className="kept-buttons no-print">
      <Button onClick={() => onDialog('save')}>{t('common.save')}</Button>
      <Button loading={link.isPending} onClick={() => link.mutate()}>{t('questions.link.copy')}</Button>
      <Button loading={freeze.isPending} onClick={() => freeze.mutate(undefined, { onError: fail })}>{t('questions.freeze.button')}</Button>
      {may(Permission.SampleDraw) && answer.definition.dataset === 'household' && <Link className="button-link" to="/audit/samples/new" search={{ d: sent(answer.definition) }}>{t('questions.draw')}</Link>}
      {may(Permission.ExportRun) && <Button onClick={() => onDialog('export')}>{t('exporting.open')}</Button>}
    </div>
  );
}
