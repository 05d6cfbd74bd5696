import { barColour, secondaryColour, textColour, thresholdColour } from '../chart-colours.js';
import { axisText, type ChartOption } from '../chart-option.js';

export interface Bar {
  readonly name: string;
  /** Null is not known or hidden, never zero. */
  readonly value: number | null;
  /** What stands behind the bar instead of the number. */
  readonly label?: string;
}

interface Line {
  readonly value: number;
  readonly name: string;
}

const markLine = ({ value, name }: Line, axis: 'xAxis' | 'yAxis') => ({
  symbol: 'none', silent: true, animation: false, lineStyle: { color: thresholdColour, type: 'dashed', width: 2 }, label: { formatter: name, color: thresholdColour, position: axis === 'xAxis' ? 'end' : 'insideEndTop' }, data: [{ [axis]: value }],
});

/** Bars from top to bottom in the order given, with the red line of a threshold. */
export function rankedBars(bars: readonly Bar[], line?: Line): ChartOption {
  const names = bars.map(({ name }) => name);
  return {
    grid: { left: 8, right: 72, top: line ? 28 : 8, bottom: 8, containLabel: true },
    tooltip: { trigger: 'item', formatter: ({ dataIndex }: { dataIndex: number }) => `${escape(names[dataIndex] ?? '')} ${escape(bars[dataIndex]?.label ?? String(bars[dataIndex]?.value ?? '—'))}` },
    xAxis: { type: 'value', axisLabel: axisText, splitLine: { lineStyle: { color: '#e8ebef' } } },
    yAxis: { type: 'category', inverse: true, data: names, axisLabel: { ...axisText, color: textColour, width: 150, overflow: 'truncate' }, axisTick: { show: false } },
    series: [{
      type: 'bar', barMaxWidth: 22, itemStyle: { color: barColour }, cursor: 'pointer',
      label: { show: true, position: 'right', color: secondaryColour, formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.label ?? String(bars[dataIndex]?.value ?? '—') },
      data: bars.map(({ value }, row) => ({ value: value ?? '-', row })), ...(line ? { markLine: markLine(line, 'xAxis') } : {}),
    }],
  };
}

/** Bars from left to right: months, classes of a number, digits. The line stands upright in a histogram, or lies at a height. */
export function columns(bars: readonly Bar[], line?: Line & { readonly upright?: boolean }): ChartOption {
  return {
    grid: { left: 8, right: 24, top: 28, bottom: 8, containLabel: true },
    tooltip: { trigger: 'item', formatter: ({ dataIndex }: { dataIndex: number }) => `${escape(bars[dataIndex]?.name ?? '')} ${escape(bars[dataIndex]?.label ?? String(bars[dataIndex]?.value ?? '—'))}` },
    xAxis: { type: 'category', data: bars.map(({ name }) => name), axisLabel: { ...axisText, hideOverlap: true }, axisTick: { show: false } },
    yAxis: { type: 'value', axisLabel: axisText, splitLine: { lineStyle: { color: '#e8ebef' } } },
    series: [{
      type: 'bar', barMaxWidth: 48, barCategoryGap: '12%', itemStyle: { color: barColour },
      label: { show: bars.length <= 24, position: 'top', color: secondaryColour, formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.label ?? String(bars[dataIndex]?.value ?? '—') },
      data: bars.map(({ value }, row) => ({ value: value ?? '-', row })), ...(line ? { markLine: markLine(line, line.upright ? 'xAxis' : 'yAxis') } : {}),
    }],
  };
}

/** The tip is markup: what comes from outside must not become some. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
