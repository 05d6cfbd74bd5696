import { formatAmount, formatCaseId, RULE_PARAMETERS, shanghaiDate } from '#domain';
import type { WordBlock, WordDocument } from '#households';
import type { FreezeRow } from '../questions/index.js';
import { keptAnswer } from './kept-answer.js';

export interface Brief {
  readonly title: string;
  /** First and last day of the period. */
  readonly from: string;
  readonly to: string;
  readonly answers: readonly FreezeRow[];
}

/** 简报: of every answer the sentence, the groups as a table, and what is needed to prove it: number, hash, rule versions. */
export function briefOf({ title, from, to, answers }: Brief): WordDocument {
  return {
    title, subtitle: [`期间：${from} 至 ${to}`],
    blocks: [...answers.flatMap(answerBlocks), { kind: 'note', text: '本简报的数字取自留存的查询结果，不足 3 的数字及可由此推算的数字不显示。' }],
  };
}

function answerBlocks(row: FreezeRow, index: number): WordBlock[] {
  const { heading, sentence, table, rows } = keptAnswer(row);
  const { on, year } = row.as_of;
  return [
    { kind: 'heading', text: `${index + 1}. ${heading}` }, { kind: 'text', text: sentence },
    ...(table ? [{ kind: 'table' as const, ...table }] : []),
    { kind: 'note', text: `数据时点：${on}${year === null ? '' : `（${year} 年度）`}；留存：${shanghaiDate(row.answered_at)} ${row.created_by_name}` },
    { kind: 'note', text: `留存编号：${formatCaseId(row.county_code, row.id)}${rows === null ? '' : `；名单 ${rows} 行`}；校验值（SHA-256）：${row.sha256}` },
    { kind: 'note', text: `口径：${rulesText(row)}` },
  ];
}

interface Understood {
  readonly name: string;
  readonly label: { readonly zh: string };
  readonly value: number | null;
  readonly source: string | null;
}

/** Versions of the rules by which verdicts were reached, and policy numbers as they were understood, with the document that gives them. */
function rulesText({ rule_versions: versions, parameters }: FreezeRow): string {
  const rules = (Array.isArray(versions) ? (versions as { code: string; version: number }[]) : []).map(({ code, version }) => `规则 ${code} 第 ${version} 版`);
  const kept = (parameters as { parameters?: readonly Understood[] } | null)?.parameters ?? [];
  const numbers = kept.map(({ name, label, value, source }) => `${label.zh} ${value === null ? '未设定' : amountText(name, value)}${source === null ? '' : `（${source}）`}`);
  const all = [...rules, ...numbers];
  return all.length === 0 ? '未引用判定规则和政策参数' : all.join('；');
}

function amountText(name: string, value: number): string {
  const parameter = RULE_PARAMETERS.find((one) => one.name === name);
  return parameter ? formatAmount(parameter, value).zh : String(value);
}
