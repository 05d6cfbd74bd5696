import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../../api/client.js';
import { formatMoment } from '../../../../i18n/format.js';
import { useLocalText } from '../../../../i18n/use-language.js';
import { DataTable } from '../../../../ui/data-table.js';
import { Page } from '../../../../ui/page.js';
import { useProblemText } from '../../../../ui/use-problem-text.js';
import { savedQuery, useKeeping, type SavedQuestion } from '../questions.api.js';

/** Questions that I kept, and those that others of the area share. */
export function SavedQuestionsPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const place = useSearch({ from: '/office/audit/questions/saved' });
  const navigate = useNavigate();
  const { modal, message } = App.useApp();
  const problemText = useProblemText();
  const forget = useKeeping(({ id }: SavedQuestion) => call(api.DELETE('/api/v1/questions/{id}', { params: { path: { id } } })), () => void message.success(t('questions.saved.gone')));
  const ask = (question: SavedQuestion) => modal.confirm({
    title: t('questions.saved.forget', { name: question.name }), content: t('questions.saved.forgetNote'), okText: t('questions.saved.delete'), cancelText: t('common.cancel'), okButtonProps: { danger: true },
    onOk: () => forget.mutate(question, { onError: (error) => void message.error(problemText(error)) }),
  });
  return (
    <Page title={t('questions.saved.title')} path={<Link to="/audit/questions">{t('questions.title')}</Link>}>
      <DataTable
        label={t('questions.saved.title')} query={useQuery(savedQuery(place.cursor))} rowKey={({ id }) => id} place={place} empty={t('questions.saved.none')}
        onPlace={(next) => void navigate({ to: '/audit/questions/saved', search: next })}
        columns={[
          { title: t('questions.save.name'), render: (_, row) => <Link to="/audit/questions" search={{ d: row.definition as Record<string, unknown> }}>{row.name}</Link> },
          { title: t('questions.saved.sentence'), render: (_, row) => local(row.sentence) },
          { title: t('questions.saved.owner'), render: (_, row) => (row.mine ? t(row.shared ? 'questions.saved.mineShared' : 'questions.saved.mine') : t('questions.saved.sharedBy', { name: row.ownerName })) },
          { title: t('questions.saved.updated'), render: (_, row) => <span className="nowrap">{formatMoment(row.updatedAt)}</span> },
          { title: '', render: (_, row) => row.mine && <Button size="small" type="link" onClick={() => void ask(row)}>{t('questions.saved.delete')}</Button> },
        ]}
      />
    </Page>
  );
}
