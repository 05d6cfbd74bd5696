import { formatAmount } from './format.js';

describe('a policy number in words', () => {
  const label = { zh: '参数', en: 'parameter' };

  it('is money in yuan, a share in percent, and anything else in its own unit', () => {
    expect(formatAmount({ name: 'line', type: 'money_fen', unit: 'yuan', label }, 300_000).zh).toBe('3,000 元');
    expect(formatAmount({ name: 'share', type: 'basis_points', unit: 'percent', label }, 300).zh).toBe('3%');
    expect(formatAmount({ name: 'days', type: 'integer', unit: 'day', label }, 7)).toEqual({ zh: '7 天', en: '7 days' });
  });
});
