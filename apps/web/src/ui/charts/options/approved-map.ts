import { classEnds, classOf, ramp } from '../chart-colours.js';
import type { ChartOption } from '../chart-option.js';
import { escape } from './ranked-bars.js';

export interface MapArea {
  readonly code: string;
  readonly name: string;
  readonly value: number | null;
  readonly label: string;
}

/** Areas of an uploaded map, coloured by a number; its approval number stands at the bottom left of every copy of the picture. */
export function approvedMap(map: string, areas: readonly MapArea[], approvalNumber: string): ChartOption {
  const ends = classEnds(areas.flatMap(({ value }) => (value === null ? [] : [value])));
  const byCode = new Map(areas.map((area, row) => [area.code, { area, row }]));
  return {
    tooltip: { trigger: 'item', formatter: ({ name }: { name: string }) => escape(`${byCode.get(name)?.area.name ?? name} ${byCode.get(name)?.area.label ?? ''}`) },
    graphic: [{ type: 'text', left: 8, bottom: 8, style: { text: approvalNumber, fill: '#1f1f1f', fontSize: 13 } }],
    series: [{
      type: 'map', map, nameProperty: 'code', roam: false, label: { show: false }, itemStyle: { areaColor: '#ffffff', borderColor: '#595959' },
      data: areas.map(({ code, value }, row) => ({ name: code, value: value ?? undefined, row, itemStyle: { areaColor: value === null ? '#ffffff' : ramp[classOf(value, ends)] } })),
    }],
  };
}
