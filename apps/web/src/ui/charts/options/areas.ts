import { RAMP_TEXT, classEnds, classOf, ramp, unknownColour } from '../chart-colours.js';
import type { ChartOption } from '../chart-option.js';
import { escape } from './ranked-bars.js';

export interface Tile {
  readonly name: string;
  /** Decides the colour; null is not known and is grey. */
  readonly value: number | null;
  /** The number as it is printed in the tile. */
  readonly label: string;
}

export interface TileGroup {
  readonly name: string;
  readonly tiles: readonly Tile[];
}

const PER_LINE = 12;

/** Squares of the villages, a line or more for each township, in the order given; no outline of any place is drawn. Rows count through all groups. */
export function tileGrid(groups: readonly TileGroup[], perLine = PER_LINE): ChartOption & { readonly height: number } {
  const ends = classEnds(groups.flatMap(({ tiles }) => tiles.flatMap(({ value }) => (value === null ? [] : [value]))));
  const lines = groups.flatMap(({ name, tiles }) => Array.from({ length: Math.max(1, Math.ceil(tiles.length / perLine)) }, (_, line) => ({ name: line === 0 ? name : '', tiles: tiles.slice(line * perLine, (line + 1) * perLine) })));
  let row = 0;
  const data = lines.flatMap(({ tiles }, line) => tiles.map((tile, at) => {
    const shade = tile.value === null ? -1 : classOf(tile.value, ends);
    const text = RAMP_TEXT[shade] ?? '#1f1f1f';
    return {
      value: [at, line, tile.value ?? 0], row: row++, tile, itemStyle: { color: ramp[shade] ?? unknownColour, borderColor: '#ffffff', borderWidth: 2 },
      label: { show: true, color: text, fontSize: 11, lineHeight: 15, width: 66, overflow: 'truncate', formatter: `${tile.name}\n${tile.label}` },
    };
  }));
  return {
    height: lines.length * 48 + 16,
    grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
    tooltip: { trigger: 'item', formatter: ({ data: point }: { data: { tile: Tile } }) => `${escape(point.tile.name)} ${escape(point.tile.label)}` },
    xAxis: { type: 'category', show: false, data: Array.from({ length: perLine }, (_, at) => at) },
    yAxis: { type: 'category', inverse: true, data: lines.map(({ name }, line) => `${line}\n${name}`), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: '#1f1f1f', formatter: (name: string) => name.split('\n')[1] ?? '' } },
    series: [{ type: 'heatmap', data }],
  };
}

export interface AreaNode {
  readonly name: string;
  /** Size of the area, such as households. */
  readonly size: number;
  /** Decides the colour, such as the rate. */
  readonly value: number | null;
  readonly label: string;
  readonly row?: number;
  readonly children?: readonly AreaNode[];
}

/** Areas within areas: size and colour say two things. */
export function treemap(nodes: readonly AreaNode[]): ChartOption {
  const leaves = (list: readonly AreaNode[]): AreaNode[] => list.flatMap((node) => (node.children?.length ? leaves(node.children) : [node]));
  const ends = classEnds(leaves(nodes).flatMap(({ value }) => (value === null ? [] : [value])));
  const draw = (node: AreaNode): object => {
    const shade = node.value === null ? -1 : classOf(node.value, ends);
    return {
      name: node.name, value: node.size, text: node.label, ...(node.row === undefined ? {} : { row: node.row }), itemStyle: { color: ramp[shade] ?? unknownColour }, label: { color: RAMP_TEXT[shade] ?? '#1f1f1f', formatter: `${node.name}\n${node.label}` },
      ...(node.children?.length ? { children: node.children.map(draw) } : {}),
    };
  };
  return {
    tooltip: { formatter: ({ name, data }: { name: string; data?: { text?: string } }) => `${escape(name)} ${escape(data?.text ?? '')}` },
    series: [{ type: 'treemap', roam: false, nodeClick: false, breadcrumb: { show: false }, width: '100%', height: '100%', itemStyle: { borderColor: '#ffffff', gapWidth: 2 }, upperLabel: { show: true, height: 22, color: '#1f1f1f' }, data: nodes.map(draw) }],
  };
}
