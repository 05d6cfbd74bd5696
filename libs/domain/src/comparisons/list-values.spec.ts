import { readLineValues } from './list-values.js';
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
