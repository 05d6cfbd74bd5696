import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyTable } from '../../../ui/empty-table.js';
import { KeysetPager } from '../../../ui/keyset-pager.js';
import { StatusTag, type Tone } from '../../../ui/status-tag.js';
import { HeapingChart } from './heaping-chart.js';
import { ScreenRows } from './screen-rows.js';
import type { ScreenSearch } from './screen-search.js';
import type { ScreenAnswer, ScreenGroup } from './screens.api.js';

const looks: Readonly<Record<ScreenGroup['verdict'], { tone: Tone; mark: string }>> = { FLAGGED: { tone: 'warning', mark: '!' }, NOT_FLAGGED: { tone: 'success', mark: '✓' }, TOO_FEW: { tone: 'neutral', mark: '○' } };

interface Props {
  answer: ScreenAnswer;
  search: ScreenSearch;
  onPlace: (change: ScreenSearch) => void;
}

/** Groups in the order of the places. A figure opens the rows behind it. */
export function ScreenGroups({ answer, search, onPlace }: Props) {
  const { t } = useTranslation();
  const figures = answer.items[0]?.figures ?? [];
  const open = answer.items.find(({ key }) => key === search.group);
  const columns = [
    { title: t('screens.place'), render: (_: unknown, row: ScreenGroup) => <>{row.divisionName}{row.label && <> · {row.label}</>}</> },
    { title: t('screens.verdictHead'), render: (_: unknown, row: ScreenGroup) => <StatusTag {...looks[row.verdict]}>{t(`screens.verdict.${row.verdict}`)}</StatusTag> },
    ...figures.map(({ name, label }, at) => ({
      title: label, align: 'right' as const, key: name,
      render: (_: unknown, row: ScreenGroup) => {
        const figure = row.figures[at];
        if (!figure) return '—';
        return Number.isInteger(figure.value) && (figure.value ?? 0) > 0 ? <button type="button" className="text-button" onClick={() => onPlace({ cursor: search.cursor, page: search.page, group: row.key, figure: name })}>{figure.text}<span className="visually-hidden"> {t('screens.openRows', { place: row.divisionName, figure: label })}</span></button> : figure.text;
      },
    })),
    { title: t('screens.test'), render: (_: unknown, row: ScreenGroup) => row.tests.map((test) => <div key={test.name}>{test.text}{test.effect !== null && <span className="secondary"> · {t('screens.effect', { effect: test.effect.toFixed(2) })}</span>}</div>) },
  ];
  return (
    <>
      {answer.screen.code === 'income_heaping' && answer.items.length > 0 && <HeapingChart groups={open ? [open] : answer.items} place={open?.divisionName ?? null} settings={answer.screen.settings} />}
      <div className="data-table">
        <Table size="middle" aria-label={t('screens.title')} rowKey="key" columns={columns} dataSource={answer.items} pagination={false} locale={{ emptyText: <EmptyTable empty={t('screens.none')} /> }} />
        <KeysetPager count={answer.items.length} nextCursor={answer.nextCursor} place={search} onPlace={onPlace} />
      </div>
      {open && search.figure && <ScreenRows key={`${open.key}-${search.figure}`} answer={answer} group={open} figure={search.figure} onClose={() => onPlace({ cursor: search.cursor, page: search.page })} />}
    </>
  );
}
