import { fenToYuanText } from '#domain';

/** What is written down about help that was delivered. */
export interface Delivery {
  readonly on: string;
  readonly amountFen: number | null;
  /** How many of what, such as 羊 10 只. */
  readonly quantity: string;
  readonly evidence: readonly EvidenceKind[];
  readonly deliveredBy: string;
}

/** Papers that show the delivery; names stand in the texts. */
export const evidenceKinds = ['receipt', 'ledger', 'acceptance', 'photo'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Body of `assignment.deliver`. `words` writes the papers and the amount as they stand in the log of the server. */
export function deliveryPayload(delivery: Delivery, words: { evidence: (kind: EvidenceKind) => string; amount: (yuan: string) => string }): { on: string; deliveredBy: string; evidence: string[]; note?: string } {
  const note = [delivery.amountFen === null ? '' : words.amount(fenToYuanText(delivery.amountFen)), delivery.quantity.trim()].filter(Boolean).join('；');
  return { on: delivery.on, deliveredBy: delivery.deliveredBy.trim(), evidence: delivery.evidence.map(words.evidence), ...(note ? { note } : {}) };
}
