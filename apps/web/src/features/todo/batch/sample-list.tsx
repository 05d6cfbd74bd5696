import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../../ui/status-tag.js';
import type { CaseItem } from '../../cases/cases.api.js';

interface Props {
  cases: readonly CaseItem[];
  sampled: readonly string[];
  opened: readonly string[];
}

/** The sampled cases; each opens in another tab and is ticked when the server has seen it. */
export function SampleList({ cases, sampled, opened }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="papers" data-testid="sampled">
      {cases.filter(({ id }) => sampled.includes(id)).map((item) => (
        <li key={item.id}>
          <a href={`/cases/${item.id}`} target="_blank" rel="noreferrer">{t('todo.batch.open', { name: item.subjectName, place: item.divisionName.split(' ').at(-1) ?? '' })}</a>{' '}
          {opened.includes(item.id) ? <StatusTag tone="success" mark="✓">{t('todo.batch.opened')}</StatusTag> : <StatusTag tone="warning" mark="○">{t('todo.batch.toOpen')}</StatusTag>}
        </li>
      ))}
    </ul>
  );
}
