import type { EChartsCoreOption } from 'echarts/core';
import { secondaryColour, seriesColours, textColour } from './chart-colours.js';

/** What ECharts takes. Data items may carry `row`, the number of the row in the table that they show. */
export type ChartOption = EChartsCoreOption;

const FONT = '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** The option with palette, letters, patterns and words for screen readers; no motion for whoever wants none. */
export function dressed(option: ChartOption, title: string): ChartOption {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    color: [...seriesColours], textStyle: { fontFamily: FONT, color: textColour }, animation: !still, animationDuration: 150, animationDurationUpdate: 150,
    ...option,
    aria: { enabled: true, label: { description: title }, decal: { show: true, decals: [{ symbol: 'rect', color: 'rgba(255,255,255,0.22)', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 }, { symbol: 'circle', color: 'rgba(255,255,255,0.35)', dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0], symbolSize: 0.8 }, { symbol: 'rect', color: 'rgba(255,255,255,0.3)', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 }] } },
  };
}

/** Axis looks that every picture shares. */
export const axisText = { color: secondaryColour, fontSize: 12 } as const;
