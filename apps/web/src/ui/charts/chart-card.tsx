import { Button } from 'antd';
import { Suspense, lazy, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../card.js';
import type { ChartHandle } from './chart-canvas.js';
import type { ChartOption } from './chart-option.js';
import { ChartTable, type ChartTableData } from './chart-table.js';
import { ChartTools } from './chart-tools.js';
import './charts.css';

const ChartCanvas = lazy(async () => ({ default: (await import('./chart-canvas.js')).ChartCanvas }));

interface Props {
  /** The finding in words, not the name of the variables. */
  title: string;
  /** The numbers of the picture. */
  table: ChartTableData;
  /** Keep it between renders (useMemo): a new object draws anew. */
  option: ChartOption;
  height?: number;
  /** As of when, where from; also stands under the copied picture. */
  note?: string;
  /** Buttons of the page before those of the picture. */
  extra?: ReactNode;
  /** What happens when a mark, or the first cell of its row, is clicked. */
  onPick?: (row: number) => void;
}

/** A picture with its finding, its numbers as a table, and ways to take it along. */
export function ChartCard({ title, table, option, height = 320, note = '', extra, onPick }: Props) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const [handle, setHandle] = useState<ChartHandle | null>(null);
  const tools = (
    <span className="chart-tools no-print">
      {extra}
      <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>{t(asTable ? 'charts.picture' : 'charts.table')}</Button>
      {!asTable && <ChartTools title={title} note={note} handle={handle} />}
    </span>
  );
  return (
    <Card title={title} extra={tools} className="chart-card">
      {asTable ? <ChartTable table={table} title={title} onPick={onPick} />
        : <Suspense fallback={<div className="chart-waiting" style={{ height }} aria-busy="true" />}><ChartCanvas option={option} title={title} height={height} onPick={onPick} onReady={setHandle} /></Suspense>}
      {note && <p className="secondary chart-note">{note}</p>}
    </Card>
  );
}
