import { Problem, isProblem, problem, problemCatalogue } from './problem.js';

describe('problems', () => {
  it('carries code, status, both titles and the parameters', () => {
    const refused = problem('parameter-not-set', { name: '监测线' });
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ code: 'parameter-not-set', status: 409, zh: '参数“监测线”未设置', params: { name: '监测线' } });
    expect(refused.en).toBe('Parameter "监测线" is not set');
  });

  it('leaves a placeholder visible when its parameter is missing', () => {
    expect(problem('parameter-not-set').zh).toBe('参数“{name}”未设置');
  });

  it('says amounts in yuan and keeps them in fen', () => {
    const refused = problem('payment.above-approved', { approvedFen: 1_965_000, paidFen: 5 });
    expect(refused.zh).toBe('超过批准金额：已批19,650.00元，已发0.05元');
    expect(refused.params).toEqual({ approvedFen: 1_965_000, paidFen: 5 });
  });

  it('is told apart from other errors', () => {
    expect(isProblem(problem('forbidden'))).toBe(true);
    expect(isProblem(new Error('forbidden'))).toBe(false);
    expect(isProblem('forbidden')).toBe(false);
  });

  it.each(Object.entries(problemCatalogue))('%s has a Chinese and an English title and an error status', (_code, definition) => {
    expect(definition.zh).toMatch(/[一-鿿]/);
    expect(definition.en).toMatch(/^[\x20-\x7e]+$/);
    expect(definition.status).toBeGreaterThanOrEqual(400);
    expect(definition.status).toBeLessThan(600);
  });
});
