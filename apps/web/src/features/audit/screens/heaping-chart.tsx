import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.js';
import { ChartCard, columns } from '../../../ui/charts/index.js';
import type { Screen, ScreenGroup } from './screens.api.js';

interface Props {
  groups: readonly ScreenGroup[];
  /** The one place that is shown; all of the page without it. */
  place: string | null;
  settings: Screen['settings'];
}

const figureOf = (groups: readonly ScreenGroup[], name: string): number => groups.reduce((sum, { figures }) => sum + (figures.find((one) => one.name === name)?.value ?? 0), 0);

/** Households in the windows below, at and above the line, with the line between them. */
export function HeapingChart({ groups, place, settings }: Props) {
  const { t } = useTranslation();
  const [below, at, above] = [figureOf(groups, 'below'), figureOf(groups, 'at'), figureOf(groups, 'above')];
  const width = settings.find(({ name }) => name === 'window_yuan')?.value ?? 0;
  const names = [t('screens.heaping.below', { width }), t('screens.heaping.at', { width }), t('screens.heaping.above', { width, twice: 2 * width })] as const;
  const drawn = JSON.stringify([names, below, at, above]);
  const option = useMemo(() => {
    const [words, first, second, third] = JSON.parse(drawn) as [string[], number, number, number];
    return columns([{ name: words[0] ?? '', value: first }, { name: ' ', value: null, label: ' ' }, { name: words[1] ?? '', value: second }, { name: words[2] ?? '', value: third }], { value: 1, name: t('screens.heaping.line'), upright: true });
  }, [drawn, t]);
  const all = below + at + above;
  const title = t('screens.heaping.finding', { place: place ?? t('screens.heaping.all'), at: formatCount(at), all: formatCount(all) });
  const table = { columns: [{ key: 'window', title: t('screens.heaping.window') }, { key: 'count', title: t('screens.heaping.households'), numeric: true }], rows: [below, at, above].map((count, index) => ({ window: names[index] ?? '', count: formatCount(count) })) };
  return <ChartCard title={title} table={table} option={option} height={240} note={t('screens.heaping.note')} />;
}
