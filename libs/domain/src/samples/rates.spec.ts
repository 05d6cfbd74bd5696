import { rateOf, type VisitedUnit } from './rates.js';
import { differencesOf, factsOfAnswers, isGivenUp, perCapitaSaid, type RecordedValues, type SpotCheckAnswers } from './spot-check.js';
import { respondentWeights } from './weights.js';

const visited = (count: number, more: Partial<VisitedUnit>): VisitedUnit[] =>
  Array.from({ length: count }, () => ({ stratum: 'ALL', cluster: null, weight: 10, status: 'EXITED_ENTITLED', persons: 2, exitRule: 'met', satisfaction: 'SATISFIED', ...more }));
const frame = [{ stratum: 'ALL', units: 1_000 }];

describe('the three rates', () => {
  it('count only their own class and only what could be judged', () => {
    const units = [
      ...visited(90, {}), ...visited(2, { exitRule: 'not_met', persons: 4 }), ...visited(3, { exitRule: 'unproven', satisfaction: 'NO_ANSWER' }),
      ...visited(4, { status: 'CANDIDATE', satisfaction: 'FAIRLY' }), ...visited(1, { status: 'CLEARED_OUT', exitRule: 'not_met', satisfaction: 'DISSATISFIED' }),
    ];
    const wrong = rateOf('WRONG_EXIT', units, frame);
    expect([wrong.households.hits, wrong.households.of, wrong.undecided, wrong.zeroHitUpper]).toEqual([2, 92, 3, null]);
    expect([wrong.persons.hits, wrong.persons.of]).toEqual([8, 188]);
    const missed = rateOf('MISSED', units, frame);
    expect([missed.households.hits, missed.households.of]).toEqual([1, 5]);
    const approval = rateOf('APPROVAL', units, frame);
    expect([approval.households.hits, approval.households.of, approval.undecided]).toEqual([96, 97, 3]);
  });

  it('say what none found can mean', () => {
    const { households, zeroHitUpper } = rateOf('WRONG_EXIT', visited(100, { weight: 1_000 }), [{ stratum: 'ALL', units: 100_000 }]);
    expect([households.share, households.low, zeroHitUpper]).toEqual([0, 0, 0.029514]);
    expect(rateOf('MISSED', visited(100, {}), frame)).toMatchObject({ households: { share: null, interval: 'NONE' }, zeroHitUpper: null });
  });
});

describe('weights of those who answered', () => {
  it('add up to what was drawn, within each stratum and each village', () => {
    const unit = (stratum: string, cluster: string | null, role: 'PRIMARY' | 'REPLACEMENT', answered: boolean) => ({ stratum, cluster, role, answered, weight: [30, 3] as const });
    const weights = respondentWeights([
      unit('A', null, 'PRIMARY', true), unit('A', null, 'PRIMARY', false), unit('A', null, 'PRIMARY', false), unit('A', null, 'REPLACEMENT', true),
      unit('B', 'v', 'PRIMARY', true), unit('B', 'v', 'PRIMARY', true), unit('B', 'w', 'PRIMARY', true), unit('B', 'w', 'REPLACEMENT', false),
    ]);
    expect(weights).toEqual([15, 0, 0, 15, 10, 10, 10, 0]);
  });
});

const answers: SpotCheckAnswers = {
  place: 'HOME', memberCount: 3, assurances: { FOOD: 'OK', CLOTHING: 'OK', EDUCATION: 'OK', MEDICAL: 'UNCLEAR', HOUSING: 'PROBLEM', WATER: 'OK', INCOME: 'OK' },
  incomeFen: { wage: 1_000_000, business: 500_000, property: 0, transfer: 200_001, cost: 300_000 }, knowsHelper: 'NO', knowsMeasures: 'YES', satisfaction: 'FAIRLY', note: null,
};
const recorded: RecordedValues = {
  year: 2025, memberCount: 3, assurances: { FOOD: true, CLOTHING: null, EDUCATION: true, MEDICAL: true, HOUSING: true, WATER: true, INCOME: true },
  incomeFen: { wage: 1_200_000, business: 500_000, property: null, transfer: 200_001, cost: 300_000 }, perCapitaFen: 533_333, helpers: ['李帮'], measures: ['低保'],
};

describe('a blind form against the record', () => {
  it('differs field by field, by how much, and where the record says nothing', () => {
    expect(differencesOf(answers, recorded)).toEqual([
      { field: 'assurance.CLOTHING', seen: 'OK', recorded: null, gapFen: null },
      { field: 'assurance.HOUSING', seen: 'PROBLEM', recorded: 'OK', gapFen: null },
      { field: 'income.wage', seen: 1_000_000, recorded: 1_200_000, gapFen: -200_000 },
      { field: 'income.property', seen: 0, recorded: null, gapFen: null },
      { field: 'help.helper', seen: 'NO', recorded: '李帮', gapFen: null },
    ]);
    expect(differencesOf({ ...answers, knowsHelper: null, knowsMeasures: 'YES' }, { ...recorded, measures: [] }).map(({ field }) => field)).toContain('help.measures');
  });

  it('is judged by the facts of the exit rule; what is unclear is unknown, and so is income with a block left out', () => {
    expect(perCapitaSaid(answers)).toBe(466_667);
    expect(factsOfAnswers(answers)).toMatchObject({ net_income_per_capita_fen: 466_667, basic_medical_ok: null, housing_safe: false, safe_water: true });
    expect(perCapitaSaid({ ...answers, incomeFen: { ...answers.incomeFen, cost: null } })).toBeNull();
  });

  it('is given up after two days of absence or any other reason', () => {
    expect(isGivenUp([{ reason: 'ABSENT', triedOn: '2026-11-20' }, { reason: 'ABSENT', triedOn: '2026-11-20' }])).toBe(false);
    expect(isGivenUp([{ reason: 'ABSENT', triedOn: '2026-11-20' }, { reason: 'ABSENT', triedOn: '2026-11-21' }])).toBe(true);
    expect(isGivenUp([{ reason: 'MOVED', triedOn: '2026-11-20' }])).toBe(true);
  });
});
