import { nextVersion, type CheckRow, type StoredCheck } from './check-versions.js';

const limit = { name: 'limit_fen', label: { zh: '标准', en: 'limit' }, unit: 'fen', value: null, origin: '未设置' };
const first: StoredCheck = { code: 'A87', version: 1, release: 1, valid_from: '2014-01-01', valid_to: null, subject: 'household', rule: null, sql: 'select $1, $2', parameters: [limit] };
const second: CheckRow = { ...first, version: 2, release: 2, valid_from: '2026-01-01' };
const officers: StoredCheck = { ...first, version: 2, release: null, valid_from: '2020-01-01', parameters: [{ ...limit, value: 500, origin: 'source T1' }] };

describe('the next version of a check from a file', () => {
  it('is the second one after the first, and the third after one of the officers, whose numbers it keeps where it leaves them open', () => {
    expect(nextVersion(second, [first])).toMatchObject({ version: 2, release: 2, parameters: [{ value: null }] });
    expect(nextVersion(second, [first, officers])).toMatchObject({ version: 3, release: 2, parameters: [{ value: 500, origin: 'source T1' }] });
    expect(nextVersion({ ...second, parameters: [{ ...limit, value: 7, origin: '文件' }] }, [first, officers])).toMatchObject({ parameters: [{ value: 7, origin: '文件' }] });
  });

  it.each<[string, CheckRow, StoredCheck[], string]>([
    ['it leaves a version out', { ...second, release: 3 }, [first], 'A87-3.json: the version after 1 is 2'],
    ['it begins on the same day', { ...second, valid_from: '2014-01-01' }, [first], 'A87-2.json: version 1 of A87 begins on 2014-01-01, too'],
    ['it begins before the last one', { ...second, valid_from: '2019-01-01' }, [first, officers], 'version 2 of A87 begins on 2020-01-01; give the new one a later validFrom'],
    ['its hits would be about another subject', { ...second, subject: 'member' }, [first], 'no verdict would survive'],
    ['its hits would be of a year', { ...second, sql: 'select $1, $2, $3' }, [first], 'no verdict would survive'],
  ])('is refused in words when %s', (_, row, known, words) => {
    expect(() => nextVersion(row, known)).toThrow(words);
  });
});
