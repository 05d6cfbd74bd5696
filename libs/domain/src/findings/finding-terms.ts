import type { DivisionLevel } from '../divisions/division-code.js';

/** Where a finding stands. RETURNED goes on as RECTIFYING with the next thing that the unit does. */
export const findingStates = ['ISSUED', 'RECTIFYING', 'IN_REVIEW', 'RETURNED', 'CLOSED'] as const;
export type FindingState = (typeof findingStates)[number];
export const findingStateLabels: Readonly<Record<FindingState, string>> = {
  ISSUED: '待接收', RECTIFYING: '整改中', IN_REVIEW: '待复核', RETURNED: '已退回', CLOSED: '已销号',
};

/** What a finding was raised from. */
export const findingOriginKinds = ['HIT', 'COMPARISON', 'SAMPLE', 'SCREEN', 'LETTER', 'HAND'] as const;
export type FindingOriginKind = (typeof findingOriginKinds)[number];
export const findingOriginLabels: Readonly<Record<FindingOriginKind, string>> = {
  HIT: '规则核查', COMPARISON: '数据比对', SAMPLE: '抽查', SCREEN: '统计筛查', LETTER: '信访', HAND: '人工录入',
};

/** UNFOUNDED: looked into, and there was nothing to put right. */
export const findingOutcomes = ['RECTIFIED', 'UNFOUNDED'] as const;
export type FindingOutcome = (typeof findingOutcomes)[number];
export const findingOutcomeLabels: Readonly<Record<FindingOutcome, string>> = { RECTIFIED: '整改到位', UNFOUNDED: '核查不属实' };

/** Levels whose offices answer findings. */
export const findingUnitLevels = ['county', 'township'] as const satisfies readonly DivisionLevel[];
export type FindingUnitLevel = (typeof findingUnitLevels)[number];

export const lookBackResults = ['HELD', 'RELAPSED'] as const;
export type LookBackResult = (typeof lookBackResults)[number];
export const lookBackLabels: Readonly<Record<LookBackResult, string>> = { HELD: '未反弹', RELAPSED: '已反弹' };

export const findingSeverityLabels = { E: '错误', W: '疑点' } as const;
