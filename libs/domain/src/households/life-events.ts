/** What can happen in the life of a household. `effect` says who does it; `reason` is the code of 人员变动原因. */
export const lifeEvents = {
  birth: { effect: 'join', reason: 'BIRTH', zh: '出生', en: 'Birth' },
  marriage_in: { effect: 'join', reason: 'MARRIAGE_IN', zh: '婚嫁迁入', en: 'Married in' },
  move_in: { effect: 'join', reason: 'MOVE_IN', zh: '户籍迁入', en: 'Moved in' },
  adoption: { effect: 'join', reason: 'ADOPTION', zh: '收养', en: 'Adoption' },
  return: { effect: 'join', reason: 'RETURN', zh: '回归', en: 'Came back' },
  omitted: { effect: 'join', reason: 'OMITTED', zh: '漏登补录', en: 'Left out before' },
  death: { effect: 'leave', reason: 'DEATH', zh: '死亡', en: 'Death' },
  marriage_out: { effect: 'leave', reason: 'MARRIAGE_OUT', zh: '婚嫁迁出', en: 'Married out' },
  move_out: { effect: 'leave', reason: 'MOVE_OUT', zh: '户籍迁出', en: 'Moved out' },
  imprisoned: { effect: 'leave', reason: 'IMPRISONED', zh: '服刑', en: 'Imprisoned' },
  missing: { effect: 'leave', reason: 'MISSING', zh: '失踪', en: 'Missing' },
  wrongly_added: { effect: 'leave', reason: 'WRONGLY_ADDED', zh: '错登', en: 'Wrongly registered' },
  change_head: { effect: 'relations', reason: null, zh: '变更户主', en: 'Change of head' },
  move_village: { effect: 'move', reason: null, zh: '旗县内迁移', en: 'Move to another village' },
  split: { effect: 'split', reason: 'SPLIT_OUT', zh: '分户', en: 'Split' },
  merge: { effect: 'merge', reason: 'MERGE_IN', zh: '并户', en: 'Merge' },
} as const;

export type LifeEventKind = keyof typeof lifeEvents;
export const lifeEventKinds = Object.keys(lifeEvents) as readonly LifeEventKind[];

/** Code of 与户主关系 for the head. */
export const HEAD = '01';

export interface Related {
  readonly id: string;
  readonly relation: string;
}

/**
 * Relations of the persons of one household after some of them changed. Null unless exactly one person is the head
 * afterwards (or nobody is left), and unless every change names one of them.
 */
export function settleRelations(members: readonly Related[], changes: readonly Related[]): Related[] | null {
  const wanted = new Map(changes.map((change) => [change.id, change.relation]));
  if (changes.some((change) => !members.some((member) => member.id === change.id))) return null;
  const settled = members.map(({ id, relation }) => ({ id, relation: wanted.get(id) ?? relation }));
  const heads = settled.filter((member) => member.relation === HEAD).length;
  return heads === 1 || settled.length === 0 ? settled : null;
}
