export { ChartCard } from './chart-card.js';
export type { ChartColumn, ChartRow, ChartTableData } from './chart-table.js';
export type { ChartOption } from './chart-option.js';
export { axisText } from './chart-option.js';
export * from './chart-colours.js';
export { columns, escape, rankedBars, type Bar } from './options/ranked-bars.js';
export { tileGrid, treemap, type AreaNode, type Tile, type TileGroup } from './options/areas.js';
