import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../../ui/status-tag.js';
import type { BatchAnswer } from './batch.api.js';

interface Props {
  answer: BatchAnswer;
  cases: readonly { readonly id: string; readonly subjectName: string }[];
  outcome?: 'agree' | 'publish_notice' | 'close_notice';
}

/** What became of each: what was refused stands first, with its reason. */
export function BatchResults({ answer, cases, outcome = 'agree' }: Props) {
  const { t } = useTranslation();
  const names = new Map(cases.map(({ id, subjectName }) => [id, subjectName]));
  const results = [...answer.results].sort((a, b) => (a.result === b.result ? 0 : a.result === 'refused' ? -1 : 1));
  return (
    <>
      <p role="status">{t(`todo.batch.result.${outcome}`, { applied: answer.applied, refused: answer.refused })}</p>
      <Table
        size="small" rowKey="id" pagination={false} dataSource={results}
        columns={[
          { title: t('cases.column.subject'), render: (_, { id }) => names.get(id) ?? id },
          { title: t('todo.batch.outcome'), render: (_, { result, message }) => (result === 'applied' ? <StatusTag tone="success" mark="✓">{t(`todo.batch.applied.${outcome}`)}</StatusTag> : <><StatusTag tone="error" mark="✗">{t('todo.batch.refused')}</StatusTag> {message}</>) },
        ]}
      />
    </>
  );
}
