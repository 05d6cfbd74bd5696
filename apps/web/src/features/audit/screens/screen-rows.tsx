import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../api/client.js';
import { Card } from '../../../ui/card.js';
import { DivisionName } from '../../../ui/division-name.js';
import { QueryState } from '../../../ui/query-state.js';
import type { ScreenAnswer, ScreenGroup } from './screens.api.js';

interface Props {
  answer: ScreenAnswer;
  group: ScreenGroup;
  figure: string;
  onClose: () => void;
}

/** The rows behind a figure: households, cases, visits; who wrote or decided them is not listed. */
export function ScreenRows({ answer, group, figure, onClose }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const label = group.figures.find(({ name }) => name === figure)?.label ?? figure;
  const query = useInfiniteQuery({
    queryKey: ['screens', answer.screen.code, 'rows', answer.year, answer.division, answer.by, group.key, figure], retry: false, initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(api.GET('/api/v1/screens/{code}/rows', { params: { path: { code: answer.screen.code }, query: { year: answer.year, division: answer.division, by: answer.by, group: group.key, figure, cursor: pageParam, limit: 50 } }, signal })),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={box} className="tab-section">
      <Card title={t('screens.rows', { place: group.divisionName, figure: label })} extra={<Button size="small" onClick={onClose}>{t('screens.closeRows')}</Button>}>
        <QueryState query={query}>
          {({ pages }) => (
            <table className="matrix"><tbody>{pages.flatMap((page) => page.items).map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.householdId ? <Link to="/households/$id" params={{ id: row.householdId }}><DivisionName code={row.villageCode} /></Link> : row.kind === 'case' ? <Link to="/cases/$id" params={{ id: row.id }}><DivisionName code={row.villageCode} /></Link> : <DivisionName code={row.villageCode} />}</th>
                {row.values.map((value) => <td key={value.label}><span className="secondary">{value.label}</span> {value.text}</td>)}
              </tr>
            ))}</tbody></table>
          )}
        </QueryState>
        {query.hasNextPage && <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('questions.answer.more')}</Button>}
      </Card>
    </div>
  );
}
