/** Registers delivered with the product (三留守、残疾人、孤儿和困境儿童、控辍保学、签约服务、兜底保障). A new one is a row, not a line here. */
export const careRegisterPattern = /^[a-z][a-z0-9_]{2,60}$/;

export const contactWays = ['VISIT', 'PHONE', 'VIDEO', 'OTHER'] as const;
export type ContactWay = (typeof contactWays)[number];
export const contactWayLabels: Readonly<Record<ContactWay, string>> = { VISIT: '入户', PHONE: '电话', VIDEO: '视频', OTHER: '其他' };

/** What a comparison with a department's list can find. */
export const careFindingKinds = ['NOT_ON_LIST', 'NOT_ON_REGISTER', 'DOUBTFUL'] as const;
export type CareFindingKind = (typeof careFindingKinds)[number];
export const careFindingLabels: Readonly<Record<CareFindingKind, string>> = {
  NOT_ON_LIST: '本台账有、部门名单没有', NOT_ON_REGISTER: '部门名单有、本台账没有', DOUBTFUL: '疑似同一人，待核对',
};

/** How a finding was settled. */
export const careDecisions = ['OURS_RIGHT', 'LIST_RIGHT', 'NOT_THE_SAME', 'FOLLOW_UP'] as const;
export type CareDecision = (typeof careDecisions)[number];
export const careDecisionLabels: Readonly<Record<CareDecision, string>> = {
  OURS_RIGHT: '本台账无误', LIST_RIGHT: '部门名单无误，更正本台账', NOT_THE_SAME: '不是同一人', FOLLOW_UP: '继续核实',
};
