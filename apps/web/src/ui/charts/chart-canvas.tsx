import { useEffect, useRef } from 'react';
import { dressed, type ChartOption } from './chart-option.js';
import { init, registerMap } from './echarts.js';

export interface ChartHandle {
  /** The picture as SVG, in the size in which it is shown. */
  svg: () => { text: string; width: number; height: number };
}

export interface CanvasProps {
  option: ChartOption;
  title: string;
  height: number;
  /** The row of the table behind the mark that was clicked. */
  onPick?: ((row: number) => void) | undefined;
  onReady: (handle: ChartHandle | null) => void;
}

/** A map that comes with an option. */
interface UploadedMap {
  name: string;
  geojson: object;
}

interface Clicked {
  dataIndex?: number;
  data?: unknown;
}

const rowOf = ({ data, dataIndex }: Clicked): number | undefined => (typeof data === 'object' && data !== null && 'row' in data ? Number(data.row) : dataIndex);

/** The picture itself; it follows the width of its card. */
export function ChartCanvas({ option, title, height, onPick, onReady }: CanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const chart = init(element, null, { renderer: 'svg' });
    const { map, ...drawn } = option as ChartOption & { map?: UploadedMap };
    if (map) registerMap(map.name, map.geojson as Parameters<typeof registerMap>[1]);
    chart.setOption(dressed(drawn, title));
    chart.on('click', (event) => {
      const row = rowOf(event as Clicked);
      if (row !== undefined) pick.current?.(row);
    });
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(element);
    onReady({ svg: () => ({ text: chart.renderToSVGString(), width: chart.getWidth(), height: chart.getHeight() }) });
    return () => {
      watcher.disconnect();
      onReady(null);
      chart.dispose();
    };
  }, [option, title, onReady]);
  return <div ref={box} className={`chart-canvas ${onPick ? 'pickable' : ''}`} style={{ height }} />;
}
