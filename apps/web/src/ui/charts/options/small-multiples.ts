import { barColour, secondaryColour, textColour } from '../chart-colours.js';
import { axisText, type ChartOption } from '../chart-option.js';
import { escape, type Bar } from './ranked-bars.js';

export interface Multiple {
  readonly name: string;
  readonly bars: readonly Bar[];
}

const PER_LINE = 4;
const HEIGHT = 150;

/** The same small columns once for each area, all at one scale. Rows count through the areas, one an area. */
export function smallMultiples(areas: readonly Multiple[]): ChartOption & { readonly height: number } {
  const most = Math.max(1, ...areas.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0)));
  const width = 100 / PER_LINE;
  const textOf = (area: Multiple | undefined, at: number) => `${area?.bars[at]?.label ?? String(area?.bars[at]?.value ?? '—')}`;
  return {
    height: Math.max(1, Math.ceil(areas.length / PER_LINE)) * HEIGHT,
    grid: areas.map((_, at) => ({ left: `${(at % PER_LINE) * width + 1}%`, width: `${width - 2}%`, top: Math.floor(at / PER_LINE) * HEIGHT + 22, height: HEIGHT - 72 })),
    tooltip: { trigger: 'item', formatter: ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) => `${escape(areas[seriesIndex]?.name ?? '')} ${escape(areas[seriesIndex]?.bars[dataIndex]?.name ?? '')} ${escape(textOf(areas[seriesIndex], dataIndex))}` },
    xAxis: areas.map(({ name, bars }, at) => ({
      gridIndex: at, type: 'category', data: bars.map((bar) => bar.name), axisTick: { show: false }, axisLabel: { ...axisText, fontSize: 11, interval: 0, formatter: (year: string) => year.slice(-2) },
      name, nameLocation: 'middle', nameGap: 22, nameTextStyle: { color: textColour, fontSize: 12, width: 220, overflow: 'truncate' },
    })),
    yAxis: areas.map((_, at) => ({ gridIndex: at, type: 'value', max: most, show: false })),
    series: areas.map((area, at) => ({
      type: 'bar', xAxisIndex: at, yAxisIndex: at, barCategoryGap: '20%', itemStyle: { color: barColour }, cursor: 'pointer',
      label: { show: true, position: 'top', color: secondaryColour, fontSize: 10, formatter: ({ dataIndex }: { dataIndex: number }) => textOf(area, dataIndex) },
      data: area.bars.map(({ value }) => ({ value: value ?? '-', row: at })),
    })),
  };
}
