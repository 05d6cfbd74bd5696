import { readLineValues, withoutHashes } from './list-values.js';
import { findComparisonRegister } from './register-catalogue.js';

describe('what a line of a list says', () => {
  const register = findComparisonRegister('monitoring');
  if (!register) throw new Error('no register of monitored households');
  const mapping = { identifiedMonth: 0, cancelledMonth: 1, cancelMode: 2, perHeadIncomeFen: 3, consentOn: 4 };

  it('is kept under the names of the columns, months as months and yuan as fen', () => {
    const { detail } = readLineValues(register, mapping, ['2024年3月', '202409', '帮扶消除', '7,000.5', '2024-03-05']);
    expect(detail).toEqual({ identifiedMonth: '2024-03', cancelledMonth: '2024-09', cancelMode: 'HELPED', perHeadIncomeFen: 700_050, consentOn: '2024-03-05' });
  });

  it('is null where the cell is empty, so that a missing consent is not taken for a list that does not speak of consent', () => {
    expect(readLineValues(register, mapping, ['2024-03', '', '', '', ' ']).detail).toEqual({ identifiedMonth: '2024-03', cancelledMonth: null, cancelMode: null, perHeadIncomeFen: null, consentOn: null });
    expect(readLineValues(register, { identifiedMonth: 0 }, ['2024-03']).detail).toEqual({ identifiedMonth: '2024-03' });
  });

  it('leaves out what cannot be read, and says so', () => {
    expect(readLineValues(register, mapping, ['2024-03', '去年', '', '', '2024-03-05'])).toMatchObject({ detail: { identifiedMonth: '2024-03', cancelMode: null }, unread: ['cancelledMonth'] });
    expect(readLineValues(register, mapping, ['2024-03', '去年', '', '', '2024-03-05']).detail).not.toHaveProperty('cancelledMonth');
  });
});

describe('a value that is compared and never read', () => {
  const register = findComparisonRegister('household_register');
  if (!register) throw new Error('no register of household registration');
  const cells = (book: string) => readLineValues(register, { splitOn: 0, fromHousehold: 1 }, ['2017-04-05', book]);

  it('is handed on to be hashed as it is written however it is spaced, and kept masked', () => {
    expect(cells(' 1500 00111345 ')).toMatchObject({ detail: { fromHousehold: '15*******345' }, toHash: [{ name: 'fromHouseholdKey', kind: 'household_book', normalised: '150000111345' }] });
    expect(cells('１５００００１１１３４５').toHash).toEqual(cells('150000111345').toHash);
    expect(cells(' ').toHash).toEqual([]);
  });

  it('is left out wherever the line is shown', () => {
    expect(withoutHashes(register, { splitOn: '2017-04-05', fromHousehold: '15*******345', fromHouseholdKey: 'abc' })).toEqual({ splitOn: '2017-04-05', fromHousehold: '15*******345' });
  });
});
