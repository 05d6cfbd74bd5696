import { currentYear, type RecordedYear } from './current-year.js';

const years = (...households: number[]): RecordedYear[] => households.map((count, index) => ({ year: 2019 + index, households: count }));

describe('the year that a division is asked about when nobody names one', () => {
  it.each<[string, RecordedYear[], number | null]>([
    ['is none without a record', [], null],
    ['is the only one', years(3), 2019],
    ['stays while fewer than half have the new one', years(100, 49), 2019],
    ['is the new one once half have it', years(100, 50), 2020],
    ['is reached over years that were left out', [{ year: 2016, households: 4 }, { year: 2020, households: 2 }], 2020],
    ['is not pulled ahead by one household with two new years', years(100, 1, 1), 2019],
    ['follows a register that shrinks year by year', years(100, 60, 31, 16), 2022],
    ['is the full one after a beginning with a few', years(2, 100), 2020],
    ['ignores years of nobody', years(10, 0), 2019],
  ])('%s', (_, recorded, year) => {
    expect(currentYear(recorded)).toBe(year);
  });
});
