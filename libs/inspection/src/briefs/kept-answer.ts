import { datasetOf, describeFigures, formatSum, percent, readDefinition, type LocalText, type QuestionDefinition } from '#domain';
import { hideFigures, type AnswerGroup, type FreezeRow } from '../questions/index.js';

/** What was kept of an answer; answers kept earlier have no `hits` of groups. */
interface Kept {
  readonly number: number;
  readonly total: number;
  readonly unproven: number;
  readonly sum: number | null;
  readonly hits: number;
  readonly groups: readonly { readonly key: string | null; readonly name: LocalText; readonly number: number; readonly sum: number | null; readonly hits?: number | null }[];
}

export interface ShownAnswer {
  readonly heading: string;
  readonly sentence: string;
  readonly table: { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly numeric: readonly number[] } | null;
  /** Rows of the list that was kept; null where that would tell a hidden number. */
  readonly rows: number | null;
}

const HIDDEN = '不足 3，未显示';
/** Groups that a table shows; a reader of a brief wants no more. */
const MOST_GROUPS = 100;

/** A kept answer as it may be passed on: small cells and what would tell them are hidden, in the sentence too. */
export function keptAnswer(row: FreezeRow): ShownAnswer {
  const { definition } = readDefinition(row.definition);
  if (!definition) throw new Error('a kept question that cannot be read');
  const kept = row.answer as unknown as Kept; // as QuestionFreezes wrote it
  const { groups, ...figures } = kept;
  const shown = hideFigures({ ...figures, shareBasisPoints: null }, groups.map((group): AnswerGroup => ({ ...group, hits: group.hits ?? null, total: null, unproven: null, hidden: false, drillDown: null })));
  const { number, total, sum, hits } = shown;
  const [told, meant] = [describeFigures({ definition, ...figures }).zh, describeFigures({ definition, number, total, sum, hits }).zh];
  const before = row.sentence.zh.endsWith(told) ? row.sentence.zh.slice(0, -told.length) : (row.sentence.zh.split('：')[0] ?? '');
  return { heading: headingOf(definition), sentence: before + meant, table: groups.length > 0 ? tableOf(definition, shown.groups) : null, rows: number === null ? null : row.rows };
}

function headingOf({ dataset, measure, groupBy }: QuestionDefinition): string {
  const { label, fields } = datasetOf(dataset);
  const summed = measure.kind === 'sum' ? `${fields.find(({ name }) => name === measure.field)?.label.zh ?? measure.field}合计` : measure.kind === 'share' ? '占比' : '数量';
  const parted = !groupBy ? '' : groupBy.by === 'division' ? '，按下级区划' : `，按${fields.find(({ name }) => name === groupBy.field)?.label.zh ?? groupBy.field}`;
  return `${label.zh}${summed}${parted}`;
}

function tableOf({ dataset, measure }: QuestionDefinition, groups: readonly AnswerGroup[]): ShownAnswer['table'] {
  const { unit, fields } = datasetOf(dataset);
  const summed = measure.kind === 'sum' ? fields.find(({ name }) => name === measure.field) : undefined;
  const cells = ({ number, sum, hits, name }: AnswerGroup): string[] => {
    const counted = [name.zh, number === null ? HIDDEN : String(number)];
    if (summed) return [...counted, number === null || sum === null ? '未显示' : formatSum(summed, sum).zh];
    if (measure.kind === 'share') return [...counted, ...(number === null || hits === null ? ['未显示', '未显示'] : [String(hits), percent(hits, number)])];
    return counted;
  };
  const headings = ['分组', `数量（${unit.zh}）`, ...(summed ? [`${summed.label.zh}合计`] : []), ...(measure.kind === 'share' ? ['符合条件', '占比'] : [])];
  const rows = groups.slice(0, MOST_GROUPS).map(cells);
  const left = groups.length - rows.length;
  return { headings, rows: left > 0 ? [...rows, [`另有 ${left} 组从略`]] : rows, numeric: headings.map((_, column) => column).slice(1) };
}
