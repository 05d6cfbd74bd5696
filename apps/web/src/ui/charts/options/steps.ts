import { barColour, secondaryColour } from '../chart-colours.js';
import { axisText, type ChartOption } from '../chart-option.js';
import { escape } from './ranked-bars.js';

export interface StepBar {
  readonly name: string;
  readonly value: number;
  readonly label: string;
}

/** How many came as far, step below step: bars around a middle line, so that the loss between two steps can be seen (funnel). */
export function steps(bars: readonly StepBar[]): ChartOption {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return {
    grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
    tooltip: { trigger: 'item', formatter: ({ dataIndex }: { dataIndex: number }) => escape(`${bars[dataIndex]?.name ?? ''} ${bars[dataIndex]?.label ?? ''}`) },
    xAxis: { type: 'value', show: false, min: 0, max: most * 1.15 },
    yAxis: { type: 'category', inverse: true, data: bars.map(({ name }) => name), axisTick: { show: false }, axisLabel: { ...axisText, color: '#1f1f1f' } },
    series: [
      { type: 'bar', stack: 'step', silent: true, itemStyle: { color: 'transparent' }, tooltip: { show: false }, data: bars.map(({ value }) => ({ value: (most - value) / 2, itemStyle: { decal: { symbol: 'none' } } })) },
      { type: 'bar', stack: 'step', itemStyle: { color: barColour }, label: { show: true, position: 'right', color: secondaryColour, formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.label ?? '' }, data: bars.map(({ value }, row) => ({ value, row })) },
    ],
  };
}
