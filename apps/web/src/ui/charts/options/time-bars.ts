import { barColour, textColour, thresholdColour } from '../chart-colours.js';
import { axisText, type ChartOption } from '../chart-option.js';
import { escape } from './ranked-bars.js';

export interface TimeBar {
  readonly name: string;
  /** Days as `2026-11-22`; the end is the last day. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Drawn in the colour of what needs somebody. */
  readonly alarming?: boolean;
}

const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

interface Item {
  value: [number, number, number];
}

interface Drawing {
  value: (dimension: number) => number;
  coord: (point: [number, number]) => [number, number];
  size: (range: [number, number]) => [number, number];
}

/** Bars over days, one line each (Gantt), with a red line at today. */
export function timeBars(bars: readonly TimeBar[], today: string): ChartOption & { readonly height: number } {
  const data: (Item & { row: number; itemStyle: { color: string } })[] = bars.map(({ from, to, alarming }, row) => ({
    value: [row, at(from), at(to) + DAY], row, itemStyle: { color: alarming ? thresholdColour : barColour },
  }));
  return {
    height: bars.length * 28 + 56,
    grid: { left: 8, right: 24, top: 28, bottom: 8, containLabel: true },
    tooltip: { trigger: 'item', formatter: ({ dataIndex }: { dataIndex: number }) => escape(`${bars[dataIndex]?.name ?? ''} ${bars[dataIndex]?.label ?? ''}`) },
    xAxis: { type: 'time', axisLabel: axisText, splitLine: { show: true, lineStyle: { color: '#e8ebef' } } },
    yAxis: { type: 'category', inverse: true, data: bars.map(({ name }) => name), axisTick: { show: false }, axisLabel: { color: textColour, width: 160, overflow: 'truncate' } },
    series: [{
      type: 'custom', encode: { x: [1, 2], y: 0 }, data,
      renderItem: (params: { dataIndex: number }, draw: { style: () => object } & Omit<Drawing, 'style'>) => {
        const [x, y] = draw.coord([draw.value(1), draw.value(0)]);
        const [end] = draw.coord([draw.value(2), draw.value(0)]);
        const height = Math.min(18, draw.size([0, 1])[1] * 0.7);
        const color = data[params.dataIndex]?.itemStyle.color ?? barColour;
        return { type: 'rect', shape: { x, y: y - height / 2, width: Math.max(2, end - x), height, r: 2 }, style: { fill: color } };
      },
    }, {
      type: 'line', data: [], markLine: { symbol: 'none', silent: true, animation: false, lineStyle: { color: thresholdColour, type: 'dashed', width: 2 }, label: { formatter: today, color: thresholdColour }, data: [{ xAxis: at(today) }] },
    }],
  };
}
