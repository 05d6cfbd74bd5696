import fc from 'fast-check';
import { holm } from './adjust.js';
import { testApprovers, type ApproverCounts } from './approver-screen.js';
import { binomialLowerTail, binomialUpperTail, hypergeometricLowerTail, hypergeometricUpperTail } from './exact-tests.js';
import { testChange, testHeap, type HeapCounts } from './income-screens.js';
import { findScreen, screens } from './screen-catalogue.js';
import { judgeGroups, type TestedGroup } from './screen-group.js';
import { copiesAmong, normaliseText, similarity, trigrams } from './text-copies.js';
import { distanceM } from '../places/distance.js';
import { journeyBetween } from './travel.js';

/** Exact with integers, for small numbers. */
const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

describe('exact tails', () => {
  it('agree with the sum of the definition', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 41 }), fc.integer({ min: 1, max: 99 }), (n, k, percent) => {
      fc.pre(k <= n);
      const p = percent / 100;
      let sum = 0;
      for (let x = k; x <= n; x += 1) sum += choose(n, x) * p ** x * (1 - p) ** (n - x);
      expect(binomialUpperTail(k, n, p)).toBeCloseTo(sum, 10);
      expect(binomialLowerTail(k - 1, n, p) + binomialUpperTail(k, n, p)).toBeCloseTo(1, 10);
    }));
    fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), fc.nat(), fc.nat(), (N, a, b, c) => {
      const [K, n] = [a % (N + 1), b % (N + 1)];
      const k = c % (n + 1);
      let sum = 0;
      for (let x = k; x <= Math.min(n, K); x += 1) sum += (choose(K, x) * choose(N - K, n - x)) / choose(N, n);
      expect(hypergeometricUpperTail(k, n, K, N)).toBeCloseTo(sum, 10);
      expect(hypergeometricLowerTail(k - 1, n, K, N) + hypergeometricUpperTail(k, n, K, N)).toBeCloseTo(1, 10);
    }));
  });

  it('hold for known values, large counts and tails far below what a double can subtract', () => {
    expect(binomialUpperTail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
    // No returned case among 200 where 10 % of 10,000 are: (1 − K/N)(1 − K/(N − 1))…
    let none = 1;
    for (let i = 0; i < 200; i += 1) none *= (9000 - i) / (10000 - i);
    expect(hypergeometricLowerTail(0, 200, 1000, 10000) / none).toBeCloseTo(1, 9);
    expect(binomialUpperTail(60, 60, 1 / 3) / 3 ** -60).toBeCloseTo(1, 9);
    expect(binomialUpperTail(200_500, 600_000, 1 / 3)).toBeCloseTo(0.0856, 3);
    expect(() => binomialUpperTail(5, 3, 0.5)).toThrow(RangeError);
  });

  it('Holm multiplies by what is left and never lets a larger p be less', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.9, 0.0001])).toEqual([0.9, 0.0002]);
    expect(holm([])).toEqual([]);
  });
});

/** A small generator with a seed: every run of the tests sees the same regions. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const normal = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const group = (key: string, n: number, p: number | null, more: Partial<TestedGroup> = {}): TestedGroup => ({ key, divisionCode: key, n, figures: {}, tests: [{ name: 't', p, matters: true, effect: 0 }], ...more });

describe('judging groups', () => {
  it('does not judge what is too little, and leaves it out of the correction', () => {
    const judged = judgeGroups([group('2', 5, 0.0001), group('1', 50, 0.04)], { minN: 20, alpha: 0.05 });
    expect(judged.map(({ key, verdict }) => [key, verdict])).toEqual([['1', 'FLAGGED'], ['2', 'TOO_FEW']]);
    expect(judged[1]?.tests[0]?.adjustedP).toBeNull();
    expect(judgeGroups([group('2', 25, 0.9), group('1', 50, 0.04)], { minN: 20, alpha: 0.05 }).map(({ verdict }) => verdict)).toEqual(['NOT_FLAGGED', 'NOT_FLAGGED']);
  });

  it('puts them in the order of place and key, never of what was found', () => {
    const found = [group('b', 50, 1e-9), group('c', 50, 0.5), group('a', 50, 1e-3)];
    expect(judgeGroups(found, { minN: 1, alpha: 0.05 }).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  it('does not flag what is unlikely and does not matter', () => {
    expect(judgeGroups([group('a', 50, 1e-9, { tests: [{ name: 't', p: 1e-9, matters: false, effect: 0.001 }] })], { minN: 1, alpha: 0.05 })[0]?.verdict).toBe('NOT_FLAGGED');
  });
});

const LINE = 3_500;
const W = 200;
function heapOf(key: string, incomes: readonly number[]): HeapCounts {
  const within = (from: number, to: number): number => incomes.filter((income) => income >= from && income < to).length;
  return { key, divisionCode: key, below: within(LINE - W, LINE), at: within(LINE, LINE + W), above: within(LINE + W, LINE + 2 * W) };
}
const flags = (groups: readonly TestedGroup[], alpha = 0.05, minN = 20): string[] => judgeGroups(groups, { minN, alpha }).filter(({ verdict }) => verdict === 'FLAGGED').map(({ key }) => key);
/** Incomes of a village: a village mean around the line, wide around it, written down to ten yuan. */
const village = (random: () => number): number[] => {
  const mean = LINE * (0.8 + 0.6 * random());
  return Array.from({ length: 60 + Math.floor(120 * random()) }, () => Math.round((mean * Math.exp(0.35 * normal(random))) / 10) * 10);
};

describe('incomes heaped above the line', () => {
  it('are found where they were planted, and only there', () => {
    const random = seeded(7);
    const villages = Array.from({ length: 40 }, (_, i) => ({ key: String(100 + i), incomes: village(random) }));
    const planted = villages.slice(10, 13);
    // Whoever lies up to 900 yuan below the line is lifted just above it.
    for (const one of planted) one.incomes = one.incomes.map((income) => (income >= LINE - 900 && income < LINE ? LINE + Math.floor(random() * W) : income));
    expect(flags(villages.map(({ key, incomes }) => testHeap(heapOf(key, incomes), 0.05)))).toEqual(planted.map(({ key }) => key));
  });

  it('200 honest regions are flagged no more often than the stated alpha', () => {
    const random = seeded(11);
    let flagged = 0;
    let judged = 0;
    for (let region = 0; region < 200; region += 1) {
      const groups = Array.from({ length: 30 }, (_, i) => testHeap(heapOf(String(i), village(random)), 0.05));
      judged += groups.filter(({ n }) => n >= 20).length;
      if (flags(groups).length > 0) flagged += 1;
    }
    console.log(`income_heaping: ${flagged} of 200 honest regions flagged, ${judged} groups judged, alpha 0.05`);
    expect(judged).toBeGreaterThan(2_000);
    expect(flagged).toBeLessThanOrEqual(10);
  });
});

describe('sudden changes', () => {
  const region = (random: () => number, rate: (i: number) => number): TestedGroup[] => {
    const villages = Array.from({ length: 30 }, (_, i) => {
      const compared = 30 + Math.floor(random() * 150);
      return { key: String(i).padStart(2, '0'), compared, sudden: Array.from({ length: compared }, () => random()).filter((x) => x < rate(i)).length };
    });
    const [countyCompared, countySudden] = [villages.reduce((sum, { compared }) => sum + compared, 0), villages.reduce((sum, { sudden }) => sum + sudden, 0)];
    return villages.map((one) => testChange({ ...one, divisionCode: one.key, countyCompared, countySudden }));
  };

  it('are found in the village where they are many', () => {
    expect(flags(region(seeded(3), (i) => (i === 17 ? 0.4 : 0.06)))).toEqual(['17']);
  });

  it('200 honest regions are flagged no more often than the stated alpha', () => {
    const random = seeded(5);
    const flagged = Array.from({ length: 200 }, () => flags(region(random, () => 0.06)).length > 0).filter(Boolean).length;
    console.log(`sudden_income: ${flagged} of 200 honest regions flagged, alpha 0.05`);
    expect(flagged).toBeLessThanOrEqual(10);
  });
});

describe('consistency of approvals', () => {
  const post = (key: string, random: () => number, rate: number, more: Partial<ApproverCounts> = {}): ApproverCounts => {
    const decisions = 40 + Math.floor(random() * 300);
    const draw = (p: number): number => Array.from({ length: decisions }, () => random()).filter((x) => x < p).length;
    return { key, divisionCode: '150221', role: 'county_approver', decisions, negative: draw(rate), fast: draw(0.03), largestBatch: 2, inBatches: 0, medianSeconds: 900, ...more };
  };
  const region = (random: () => number): ApproverCounts[] => Array.from({ length: 25 }, (_, i) => post(String(i).padStart(2, '0'), random, 0.08));

  it('a post that never refuses in hundreds of decisions is found, and one that decides in bursts', () => {
    const random = seeded(13);
    const posts = [...region(random), post('rubber', random, 0, { decisions: 400, negative: 0, fast: 8 }), post('burst', random, 0.08, { largestBatch: 40, inBatches: 120 })];
    const judged = judgeGroups(testApprovers(posts, { batchMin: 10 }), { minN: 30, alpha: 0.05 }).filter(({ verdict }) => verdict === 'FLAGGED');
    expect(judged.map(({ key, tests }) => [key, tests.filter(({ flagged }) => flagged).map(({ name }) => name)])).toEqual([['burst', ['batch']], ['rubber', ['never_negative']]]);
  });

  it('a few decisions without a refusal say nothing', () => {
    const random = seeded(17);
    const posts = [...region(random), post('new', random, 0, { decisions: 12, negative: 0, fast: 0 })];
    expect(judgeGroups(testApprovers(posts, { batchMin: 10 }), { minN: 30, alpha: 0.05 }).find(({ key }) => key === 'new')?.verdict).toBe('TOO_FEW');
  });

  it('200 honest regions are flagged no more often than the stated alpha', () => {
    const random = seeded(19);
    const flagged = Array.from({ length: 200 }, () => flags(testApprovers(region(random), { batchMin: 10 }), 0.05, 30).length > 0).filter(Boolean).length;
    console.log(`approver_consistency: ${flagged} of 200 honest regions flagged, alpha 0.05`);
    expect(flagged).toBeLessThanOrEqual(10);
  });
});

const topics = ['羊羔价格', '春季转场', '孩子上学', '老人慢病取药', '棚圈漏雨', '草料储备', '外出务工', '低保复核', '医保缴费', '饮水水质', '路面塌陷', '产业分红', '危房改造', '公益岗位', '小额信贷'];
const actions = ['已联系苏木核实', '答应下周带表来', '记下诉求待回复', '现场讲清标准', '帮着填了申请', '约好和技术员同来', '一起算了收支账', '拍照留了凭证', '请邻居代为照看', '陪着去了卫生院'];
const details = ['家里养了三十只羊', '儿子在包头打工', '母亲腿脚不便', '去年雪灾损失两头牛', '刚盖了新棚', '电费欠了两个月', '承包地还没丈量', '孙女今年考上高中', '井水发黄', '屋顶有裂缝', '草场转租给合作社', '刚从旗医院回来'];
const note = (random: () => number): string => {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  return `${1 + Math.floor(random() * 28)}日与户主谈${pick(topics)}，${pick(details)}，${pick(details)}；${pick(actions)}，${pick(actions)}。`;
};

describe('copied texts', () => {
  it('are the same but for punctuation, spaces and case, or nearly the same', () => {
    expect(normaliseText('今日 入户，了解Ａ情况！ OK')).toBe(normaliseText('今日入户了解Ａ情况ok'));
    const [a, b] = ['今日入户走访了解家庭收入和子女上学情况一切正常', '昨日入户走访了解家庭收入和子女上学情况一切正常'].map(trigrams) as [ReadonlySet<string>, ReadonlySet<string>];
    expect(similarity(a, b)).toBeGreaterThan(0.85);
    expect(similarity(a, trigrams('羊圈漏雨已联系苏木维修孩子今年上初中'))).toBe(0);
  });

  it('are found where one text, slightly altered, went to many households', () => {
    const random = seeded(23);
    const honest = Array.from({ length: 200 }, (_, i) => ({ household: `h${i}`, text: normaliseText(note(random)) }));
    const copied = Array.from({ length: 8 }, (_, i) => ({ household: `c${i}`, text: normaliseText(`${i + 1}日入户走访，了解家庭基本情况，宣传惠农政策，叮嘱注意防火防盗和用电安全，农户表示满意。`) }));
    const groups = copiesAmong([...honest, ...copied], { threshold: 0.85, minHouseholds: 5 });
    expect(groups.map(({ households }) => households)).toEqual([copied.map(({ household }) => household)]);
    expect(groups[0]?.similarity).toBeGreaterThanOrEqual(0.85);
    expect(groups[0]?.similarity).toBeLessThan(1);
  });

  it('200 honest villages have none', () => {
    const random = seeded(29);
    const flagged = Array.from({ length: 200 }, () => copiesAmong(Array.from({ length: 120 }, (_, i) => ({ household: `h${i % 60}`, text: normaliseText(note(random)) })), { threshold: 0.85, minHouseholds: 5 })).filter((groups) => groups.length > 0).length;
    console.log(`copied_texts: ${flagged} of 200 honest villages flagged`);
    expect(flagged).toBe(0);
  });

  it('the same household written about in the same words is no copy', () => {
    expect(copiesAmong(Array.from({ length: 9 }, () => ({ household: 'h', text: '一切正常没有变化饲养照旧' })), { threshold: 0.85, minHouseholds: 2 })).toEqual([]);
  });

  it('finds what comparing everything with everything finds', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.stringMatching(/^[abc]{3,12}$/), fc.integer({ min: 0, max: 5 })), { maxLength: 20 }), fc.constantFrom(0.5, 0.7, 0.85, 1), (drawn, threshold) => {
      const texts = drawn.map(([text, household]) => ({ text, household: String(household) }));
      const groups: { grams: ReadonlySet<string>; texts: string[] }[] = [];
      for (const text of [...new Set(texts.map((one) => one.text))].sort((a, b) => (a < b ? -1 : 1))) {
        const near = groups.find(({ grams }) => similarity(grams, trigrams(text)) >= threshold);
        if (near) near.texts.push(text);
        else groups.push({ grams: trigrams(text), texts: [text] });
      }
      expect(copiesAmong(texts, { threshold, minHouseholds: 1 }).map((found) => found.texts)).toEqual(groups.map((found) => found.texts));
    }), { numRuns: 300 });
  });
});

describe('travel', () => {
  const at = (latitudeE6: number, longitudeE6: number, minutes: number, accuracyM = 30) => ({ latitudeE6, longitudeE6, accuracyM, at: Date.UTC(2026, 0, 1) + minutes * 60_000 });
  const limits = { speedKmh: 120, minDistanceM: 1_000 };

  it('measures distance over the surface', () => {
    // One degree of latitude is 111.2 km; of longitude at 41° north three quarters of it.
    expect(distanceM(at(41_000_000, 111_000_000, 0), at(42_000_000, 111_000_000, 0)) / 1000).toBeCloseTo(111.195, 1);
    expect(distanceM(at(41_000_000, 111_000_000, 0), at(41_000_000, 112_000_000, 0)) / 1000).toBeCloseTo(83.92, 1);
  });

  it('is impossible when too far for the time, inaccuracies taken off', () => {
    const here = at(41_000_000, 111_000_000, 0);
    expect(journeyBetween(here, at(41_500_000, 111_000_000, 20), limits).impossible).toBe(true);
    expect(journeyBetween(here, at(41_500_000, 111_000_000, 40), limits).impossible).toBe(false);
    expect(journeyBetween(here, at(41_500_000, 111_000_000, 20, 20_000), limits).impossible).toBe(false);
    expect(journeyBetween(here, at(41_005_000, 111_000_000, 0), limits).impossible).toBe(false);
    expect(journeyBetween(here, at(41_020_000, 111_000_000, 0), limits)).toMatchObject({ impossible: true, kmh: null });
  });
});

describe('the catalogue of screens', () => {
  it.each(screens)('$code says in Chinese how it works and what may honestly cause it, and ranks nobody', (screen) => {
    expect(screen.method).toMatch(/[一-鿿]{10}/);
    expect(screen.honestCauses.length).toBeGreaterThanOrEqual(3);
    expect(screen.settings.some(({ name }) => name === 'min_n')).toBe(true);
    expect(screen.settings.every(({ value, min, max, origin }) => value >= min && value <= max && origin !== '')).toBe(true);
    expect(JSON.stringify(screen)).not.toMatch(/排名(?!。)|rank/i);
    expect(findScreen(screen.code)).toBe(screen);
  });
});
