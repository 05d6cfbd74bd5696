import { codeItem } from '../codes/code-lists.js';
import { lifeEventKinds, lifeEvents, settleRelations } from './life-events.js';

describe('life events', () => {
  it.each(lifeEventKinds)('%s gives a reason that its code list knows', (kind) => {
    const { reason, zh } = lifeEvents[kind];
    expect(reason === null || codeItem('memberChangeReason', reason) !== undefined).toBe(true);
    expect(zh).toMatch(/[一-鿿]/);
  });
});

describe('relations to the head', () => {
  const family = [{ id: 'a', relation: '01' }, { id: 'b', relation: '02' }, { id: 'c', relation: '03' }];
  const rest = family.slice(1);

  it('stay as they are when nothing changes', () => {
    expect(settleRelations(family, [])).toEqual(family);
  });

  it('need a new head when the old one has left', () => {
    expect(settleRelations(rest, [])).toBeNull();
    expect(settleRelations(rest, [{ id: 'b', relation: '01' }])).toEqual([{ id: 'b', relation: '01' }, { id: 'c', relation: '03' }]);
  });

  it('allow one head only', () => {
    expect(settleRelations(family, [{ id: 'b', relation: '01' }])).toBeNull();
    expect(settleRelations(family, [{ id: 'b', relation: '01' }, { id: 'a', relation: '02' }])).not.toBeNull();
  });

  it('change nobody who is not there', () => {
    expect(settleRelations(family, [{ id: 'x', relation: '99' }])).toBeNull();
  });

  it('are empty when nobody is left', () => {
    expect(settleRelations([], [])).toEqual([]);
  });
});
