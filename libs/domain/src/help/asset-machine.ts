import type { Machine } from './machine.js';

/** 三本账: public welfare 公益类, operating 经营类, household 到户类 (内政办发〔2021〕64号). */
export const assetLedgers = ['PUBLIC_WELFARE', 'OPERATING', 'HOUSEHOLD'] as const;
export type AssetLedger = (typeof assetLedgers)[number];

export const assetStatuses = ['IN_USE', 'IDLE', 'DAMAGED', 'DISPOSED'] as const;
export type AssetStatus = (typeof assetStatuses)[number];

export const assetActions = ['idle', 'use', 'damage', 'dispose'] as const;
export type AssetAction = (typeof assetActions)[number];

/** What was disposed of stays in the ledger and does not come back. */
export const assetMachine: Machine<AssetStatus, AssetAction> = {
  idle: { from: ['IN_USE'], to: 'IDLE' },
  use: { from: ['IDLE', 'DAMAGED'], to: 'IN_USE' },
  damage: { from: ['IN_USE', 'IDLE'], to: 'DAMAGED' },
  dispose: { from: ['IN_USE', 'IDLE', 'DAMAGED'], to: 'DISPOSED' },
};

export const assetLedgerNames: Readonly<Record<AssetLedger, { zh: string; en: string }>> = {
  PUBLIC_WELFARE: { zh: '公益类', en: 'public welfare' },
  OPERATING: { zh: '经营类', en: 'operating' },
  HOUSEHOLD: { zh: '到户类', en: 'household' },
};

export const assetStatusNames: Readonly<Record<AssetStatus, { zh: string; en: string }>> = {
  IN_USE: { zh: '在用', en: 'in use' },
  IDLE: { zh: '闲置', en: 'idle' },
  DAMAGED: { zh: '损毁', en: 'damaged' },
  DISPOSED: { zh: '已处置', en: 'disposed of' },
};
