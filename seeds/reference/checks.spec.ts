import { checkProblems, checkSqlFaults, hitKeyOf, validateRule, checkCatalogue, isRuleCheck } from '#domain';
import { readChecks } from './seed-checks.js';

const checks = readChecks();
const each = checks.map((check): [string, (typeof checks)[number]] => [check.definition.code, check]);

describe('audit checks delivered with the product', () => {
  it('are numbered as in the catalogue of 86, each once', () => {
    const versions = checks.map(({ definition }) => `${definition.code} ${definition.version}`);
    expect(new Set(versions).size).toBe(versions.length);
    expect(checks.filter(({ definition }) => definition.version === 1)).toHaveLength(86);
    expect(checks.filter(({ definition }) => `A${String(definition.ordinal).padStart(2, '0')}` !== definition.code).map(({ definition }) => definition.code)).toEqual([]);
  });

  it.each(each)('%s says in Chinese what is wrong, and why it is checked', (_, { definition }) => {
    expect(definition.meaning.zh).toMatch(/[一-鿿]{10,}/);
    expect(definition.basis.length).toBeGreaterThan(0);
  });

  it.each(each)('%s holds', (_, { definition, sql }) => {
    expect(checkProblems(definition, sql)).toBeNull();
  });
});

describe('judging a check before it is published', () => {
  const statement = '-- finds\nselect 1 from household h where h.village_code >= $1 and h.village_code < $2';
  const good = { ...checks.find(({ definition }) => definition.code === 'A05')?.definition };

  it.each([
    ['two statements', `${statement}; delete from household`, 'semicolon'],
    ['a write', statement.replace('select 1', 'with x as (delete from household returning 1) select 1'), 'writes'],
    ['no comment', statement.slice(9), 'no-comment'],
    ['a sixth parameter', `${statement} and h.status = $6`, 'parameter'],
    ['no bounds', '-- x\nselect 1 from household', 'not-bounded'],
    ['a clock of its own', `${statement} and h.ended_on < current_date`, 'clock'],
    ['the clock of the system', `${statement} and h.ended_on < app.today()`, 'clock'],
    ['another session setting', `${statement} and set_config('app.scope', '15', true) = ''`, 'writes'],
    ['a number in clear', `${statement} and h.phone_enc is null`, 'id-in-clear'],
    ['something that is no select', `-- x\nexplain select $1, $2`, 'not-a-select'],
  ])('refuses %s', (_, sql, fault) => {
    expect(checkSqlFaults(sql)).toContain(fault);
  });

  it('overlooks words of SQL in texts and comments', () => {
    expect(checkSqlFaults(`-- may not delete; never now()\n${statement.slice(9)} and h.end_reason = 'delete; now()'`)).toEqual([]);
  });

  it.each([['code', 'household'], ['severity', 'X'], ['name', { zh: '户', en: '' }], ['basis', []], ['subject', 'village'], ['validFrom', '2021-02-29'], ['values', [{ name: 'a' }]],
    ['parameters', [{ name: 'x', label: { zh: 'x', en: 'x' }, unit: 'fen', value: '5', origin: 'x' }]], ['reach', 'world'], ['note', 'x']])('names the faulty property %s', (property, value) => {
    expect(checkProblems({ ...good, [property]: value }, statement)?.fields).toEqual([property]);
  });

  it('refuses a number that the statement asks for and nobody declares, and one that nobody asks for', () => {
    const parameter = { name: 'limit_fen', label: { zh: '标准', en: 'limit' }, unit: 'fen', value: null, origin: '未设置' };
    expect(checkProblems(good, `${statement} and 1 > ($5->>'limit_fen')::bigint`)?.parameters).toEqual(['limit_fen']);
    expect(checkProblems({ ...good, parameters: [parameter] }, statement)?.parameters).toEqual(['limit_fen']);
    expect(checkProblems({ ...good, parameters: [parameter] }, `${statement} and 1 > ($5->>'limit_fen')::bigint`)).toBeNull();
  });

  it('lets a rule name the numbers of its check, and refuses one that fails its own examples', () => {
    const { sql: _, values: __, ...more } = good as Record<string, unknown>;
    const rest = { ...more, values: [{ name: 'wageFen', label: { zh: '工资', en: 'wages' }, type: 'money_fen' }] };
    const text = { zh: '示例', en: 'example' };
    const rule = {
      ...rest, level: 'household', parameters: [{ name: 'limit_fen', label: text, unit: 'fen', value: 500, origin: '示例' }], rule: { field: 'wage_fen', operator: '>', value: { param: 'limit_fen' } },
      examples: [{ name: text, facts: { wage_fen: 501 }, parameters: { limit_fen: 500 }, expected: 'met' }],
    };
    expect(checkProblems(rule, null)).toBeNull();
    expect(checkProblems({ ...rule, examples: [{ ...rule.examples[0], facts: { wage_fen: 500 } }] }, null)?.examples).toHaveLength(1);
    expect(checkProblems({ ...rule, values: [{ ...rest.values[0], name: 'wage' }] }, null)?.fields).toEqual(['values']);
    expect(checkProblems({ ...rule, parameters: [] }, null)?.rule).toHaveLength(1);
    expect(checkProblems({ ...rule, subject: 'member' }, null)?.fields).toEqual(['subject']);
    expect(validateRule(rule.rule, checkCatalogue([]), 'household')).toHaveLength(1);
  });

  it('names a hit by the tail that the check gives, else by its subject', () => {
    expect(hitKeyOf('A05', { key: 'x', subjectId: 's', memberId: 'm', householdId: 'h' })).toBe('A05:x');
    expect(hitKeyOf('A05', { key: null, memberId: 'm', householdId: 'h' })).toBe('A05:m');
    expect(checks.filter(({ definition }) => isRuleCheck(definition) && definition.subject !== definition.level)).toEqual([]);
  });
});
