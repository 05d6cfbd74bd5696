import type { GapCount, GapKind } from './gaps.api.js';

export interface PlaceGaps {
  code: string;
  name: string;
  counts: Record<GapKind, number>;
}

/** The same counts twice: by place and kind, and by measure or need, the most first. */
export function pivotGaps(rows: readonly GapCount[]): { places: PlaceGaps[]; measures: Pick<GapCount, 'code' | 'kind' | 'title' | 'gaps'>[] } {
  const places = new Map<string, PlaceGaps>();
  const measures = new Map<string, Pick<GapCount, 'code' | 'kind' | 'title' | 'gaps'>>();
  for (const { division, name, kind, code, title, gaps } of rows) {
    const place = places.get(division) ?? { code: division, name: name ?? division, counts: { LACKING: 0, IMPROPER: 0, UNANSWERED: 0 } };
    place.counts[kind] += gaps;
    places.set(division, place);
    const known = measures.get(`${kind} ${code}`);
    measures.set(`${kind} ${code}`, { code, kind, title, gaps: (known?.gaps ?? 0) + gaps });
  }
  return { places: [...places.values()].sort((left, right) => left.code.localeCompare(right.code)), measures: [...measures.values()].sort((left, right) => right.gaps - left.gaps) };
}
