import { formatCaseId, parseCaseId } from './case-id.js';
import { uuidV7 } from './uuid-v7.js';

describe('case id', () => {
  it('reads back what it writes', () => {
    const id = uuidV7();
    expect(parseCaseId(formatCaseId('150221', id))).toEqual({ countyCode: '150221', id });
  });

  it.each(['', '150221', '150221-', '15022-00000000-0000-7000-8000-000000000000', '150221_00000000-0000-7000-8000-000000000000',
    '150221-00000000-0000-7000-8000-00000000000G', "150221-00000000-0000-7000-8000-000000000000'", '１５０２２１-00000000-0000-7000-8000-000000000000'])(
    'refuses %p', (text) => {
      expect(parseCaseId(text)).toBeUndefined();
    });
});
