import type { PublishedFigures } from './figures.js';
import { compare, sumOf } from './seed-report.js';
import type { SeedCheck } from './seed-report.js';

/** Sums of chapter 11 of the plan, the sentence that was corrupted in print, and the investment per head. */
export function checkFunds(funds: PublishedFigures['funds']): SeedCheck[] {
  // The plan prints one decimal: each part may be off by half a tenth, and so may the total.
  const sums = funds.sums.map(({ id, zh, total, parts }) =>
    compare(`funds.${id}`, total, { derived: sumOf(parts), zh: `${zh}（0.1亿元）`, en: `Funds: ${id}, in tenths of 亿元`, tolerance: Math.floor((Object.keys(parts).length + 1) / 2) }),
  );
  return [...sums, corruptSentence(funds), ...perHead(funds)];
}

function corruptSentence({ corruptSentence: sentence, sums }: PublishedFigures['funds']): SeedCheck {
  const legible = sumOf(sentence.legible);
  const regionElsewhere = sentence.region.total - sumOf(sentence.region.others);
  const region = sentence.legible['自治区'] ?? 0;
  const confirmed = legible === sentence.total && regionElsewhere === region && sums.length > 0;
  return {
    id: 'funds.corrupt-sentence',
    zh: '金融扶贫工程资金来源一句（0.1亿元）',
    en: 'Sources of the finance project, in tenths of 亿元',
    printed: sentence.total,
    derived: legible,
    outcome: confirmed ? 'source-error' : 'differs',
    finding: {
      zh: `原文“${sentence.text}”中“盟.2亿元”为排印错误：49.2 + 42.0 = 91.2亿元已等于工程总额，自治区49.2亿元又等于118.5 − 69.0 − 0.3亿元。不作为第三个来源计入。`,
      en: `“盟.2亿元” in the printed sentence is corrupt text: 49.2 + 42.0 = 91.2 already equals the project, and 49.2 = 118.5 − 69.0 − 0.3. It is not counted as a third source.`,
    },
  };
}

function perHead({ perHead: { total, parts, special } }: PublishedFigures['funds']): SeedCheck[] {
  // Tenths of 亿元 are 10,000,000 yuan; per person and year, rounded to a yuan.
  const derived = Math.round((special.fund * 10_000_000) / (special.persons * special.years));
  return [
    compare('funds.per-head', total, { derived: sumOf(parts), zh: '年人均投资强度（元）', en: 'Investment per head and year, yuan' }),
    compare('funds.per-head-special', special.printed, {
      derived, zh: '专项扶贫年人均投资强度（元）= 297.2亿元 ÷ 80.2万人 ÷ 5年', en: 'Special funds per head and year, yuan', tolerance: 1,
    }),
  ];
}
