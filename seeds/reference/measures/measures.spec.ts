import { readFileSync, readdirSync } from 'node:fs';
import { checkMeasure, describeRule, entitledStatuses, evaluate, FACT_CATALOGUE, isJudgedLevel, measureDocuments, runExamples, type JudgedMeasureLevel, type Measure } from '#domain';

const folder = 'seeds/reference/measures';
const all = readdirSync(folder).filter((name) => name.endsWith('.json')).flatMap((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Measure[]);
const of = (code: string): Measure => all.find((measure) => measure.code === code)!;
const named = all.map((measure): [string, Measure] => [measure.code, measure]);
const ruled = named.filter(([, { eligibility }]) => eligibility !== null);

/** How many measures of each kind the policy documents hold. */
const counts = { IND: 13, REL: 6, EMP: 10, EDU: 12, HEA: 13, SSN: 8, ECO: 7, FIN: 8, HOU: 2, WAT: 1, INF: 4, SOC: 9, REG: 6 };

describe('measures delivered with the product', () => {
  it('are all measures of the policy documents, numbered through within their kind', () => {
    const codes = Object.entries(counts).flatMap(([prefix, count]) => Array.from({ length: count }, (_, i) => `${prefix}-${String(i + 1).padStart(2, '0')}`));
    expect(all.map(({ code }) => code).sort()).toEqual(codes.sort());
  });

  it.each(named)('%s may be published: complete, its rule valid, every example giving its verdict', (_, measure) => {
    expect(checkMeasure(measure, FACT_CATALOGUE)).toBeNull();
  });

  it.each(named)('%s names its documents, and says why where its rule is not set', (_, measure) => {
    expect(measure.sources.every(({ document }) => document in measureDocuments)).toBe(true);
    if (isJudgedLevel(measure.level) && measure.eligibility === null) expect(measure.ruleNote?.zh).toMatch(/^未设定：/);
  });

  it.each(ruled)('%s is unproven as long as nothing is known, and reads as a sentence without a gap', (_, { eligibility, level }) => {
    const judged = level as JudgedMeasureLevel;
    expect(evaluate(eligibility, { catalogue: FACT_CATALOGUE, level: judged, subject: { facts: {} }, parameters: {} })).toBe('unproven');
    const { zh, en } = describeRule(eligibility, { catalogue: FACT_CATALOGUE, level: judged, parameters: {} });
    expect(zh).not.toMatch(/无法识别|undefined/);
    expect(en).not.toMatch(/not understood|undefined/);
  });

  it.each(ruled)('%s fails its examples when one of its conditions is taken for met', (_, { eligibility, level, examples }) => {
    const texts = conditionsOf(eligibility).map((leaf) => JSON.stringify(leaf));
    const always = JSON.stringify({ field: level === 'member' ? 'age' : 'year', operator: 'null' });
    for (const text of texts) {
      const rule = JSON.parse(JSON.stringify(eligibility).replace(text, `{"combinator":"or","rules":[${always},${text}]}`)) as Measure['eligibility'];
      expect([text, runExamples({ rule: rule!, level: level as JudgedMeasureLevel, examples: [...examples] }, FACT_CATALOGUE).some(({ passed }) => !passed)]).toEqual([text, true]);
    }
  });

  it.each(ruled)('%s keeps a household that no longer is entitled out, unless another ground is given', (code, { eligibility }) => {
    const others = ['EDU-04', 'EDU-06', 'HOU-01', 'SOC-01'];
    if (!others.includes(code)) expect(JSON.stringify(eligibility)).toContain(JSON.stringify(entitledStatuses));
  });

  it('print amounts as the documents do', () => {
    expect(of('EMP-01').amount).toMatchObject([{ kind: 'fixed', fen: 150_000, per: 'person', term: 'year' }]);
    expect(of('EDU-06').amount).toMatchObject([{ fen: 4_000_000, term: 'once' }, { fen: 3_000_000, term: 'once' }]);
    expect(of('EDU-07').amount).toMatchObject([{ fen: 1_000_000, term: 'year' }]);
    expect(of('HEA-02').amount).toMatchObject([{ kind: 'percent', value: -50 }, { kind: 'points', value: 5 }, { kind: 'text' }]);
    expect(of('SSN-02').amount).toMatchObject([{ fen: 751_300 }, { fen: 391_600 }]);
    expect(of('EMP-05').amount).toBeNull();
  });

  it('flag that the two grants for students overlap', () => {
    expect(of('EDU-06').overlaps.map(({ code }) => code)).toContain('EDU-07');
    expect(of('EDU-07').overlaps.map(({ code }) => code)).toContain('EDU-06');
    for (const { overlaps } of all) for (const { code } of overlaps) expect(of(code)).toBeDefined();
  });
});

function conditionsOf(node: unknown): unknown[] {
  const { rules } = node as { rules?: unknown[] };
  return rules ? rules.flatMap(conditionsOf) : [node];
}
