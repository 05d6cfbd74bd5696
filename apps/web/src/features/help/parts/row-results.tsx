import { Modal, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/generated/schema.js';
import { StatusTag } from '../../../ui/status-tag.js';

export type RowResult = components['schemas']['RowResultResponse'];

/** What became of a request for many, with the name of each row in its order. */
export interface ManyResult {
  readonly names: readonly string[];
  readonly rows: readonly RowResult[];
}

interface Props {
  title: string;
  result: ManyResult;
  onClose: () => void;
}

/** Says how many were done, and of each one that was not, why. The refused stand first. */
export function RowResults({ title, result, onClose }: Props) {
  const { t } = useTranslation();
  const rows = result.rows.map((row, at) => ({ key: at, name: result.names[at] ?? '', problem: row.problem })).sort((left, right) => Number(left.problem === null) - Number(right.problem === null));
  const refused = rows.filter(({ problem }) => problem !== null).length;
  return (
    <Modal open title={title} width={640} footer={null} onCancel={onClose} destroyOnHidden>
      <p role="status" data-testid="many-done">{t('help.many.summary', { done: rows.length - refused, refused })}</p>
      <Table
        aria-label={title} size="small" dataSource={rows} rowKey={(row) => row.key} pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t('help.many.row'), dataIndex: 'name' },
          { title: t('help.many.result'), render: (_, row) => (row.problem ? <StatusTag tone="error" mark="✗">{t('help.many.refused')}</StatusTag> : <StatusTag tone="success" mark="✓">{t('help.many.done')}</StatusTag>) },
          { title: t('help.many.reason'), render: (_, row) => row.problem?.title ?? '—' },
        ]}
      />
    </Modal>
  );
}
