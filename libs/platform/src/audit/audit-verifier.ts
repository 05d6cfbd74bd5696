import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Anchor } from './anchor-file.js';
import { chainHeads, chainPage, unsealedBelowBoundary } from './audit-chain.queries.js';

export interface ChainFault {
  readonly countyCode: string;
  readonly seq: number | null;
  readonly kind: 'edited' | 'deleted' | 'gap' | 'reordered-or-rewritten' | 'tail-cut' | 'anchor-mismatch' | 'unsealed-row' | 'chain-missing';
  readonly rowId: string | null;
}
export interface AuditReport {
  readonly counties: number;
  readonly rows: number;
  readonly faults: ChainFault[];
}

const PAGE = 5_000;
const sha256 = (...parts: Uint8Array[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/**
 * Walks every chain and recomputes it from the rows as they read now. Anchors come from outside the database: they are what
 * shows a cut tail or a chain that was rewritten as a whole.
 * @param client connection whose audit scope covers the chains to check
 */
export async function verifyAudit(client: ClientBase, anchors: readonly Anchor[]): Promise<AuditReport> {
  const faults: ChainFault[] = [];
  let rows = 0;
  const heads = await chainHeads(client);
  for (const head of heads) {
    const mine = new Map(anchors.filter((anchor) => anchor.countyCode === head.county_code).map((anchor) => [anchor.seq, anchor.hash]));
    let state: Uint8Array = sha256(Buffer.from(`bangfu:${head.county_code}`));
    let seq = 0;
    for (;;) {
      const page = await chainPage(client, head.county_code, seq, PAGE);
      for (const row of page) {
        const fault = (kind: ChainFault['kind']) => faults.push({ countyCode: head.county_code, seq: row.seq, kind, rowId: row.id });
        if (row.seq !== seq + 1) fault('gap');
        if (row.digest === null) fault('deleted');
        else if (!sha256(state, row.digest).equals(row.hash)) fault('edited');
        if (mine.has(row.seq) && mine.get(row.seq) !== row.hash.toString('hex')) fault('anchor-mismatch');
        state = row.hash; // go on from what is written, so that one fault does not colour all that follows
        seq = row.seq;
        rows++;
      }
      if (page.length < PAGE) break;
    }
    if (seq !== head.seq || Buffer.compare(state, head.hash) !== 0) {
      faults.push({ countyCode: head.county_code, seq: head.seq, kind: seq < head.seq ? 'tail-cut' : 'reordered-or-rewritten', rowId: null });
    }
    for (const anchor of anchors) {
      if (anchor.countyCode === head.county_code && anchor.seq > seq) faults.push({ countyCode: head.county_code, seq: anchor.seq, kind: 'tail-cut', rowId: null });
    }
    for (const rowId of await unsealedBelowBoundary(client, head.county_code)) faults.push({ countyCode: head.county_code, seq: null, kind: 'unsealed-row', rowId });
  }
  const known = new Set(heads.map((head) => head.county_code));
  for (const countyCode of new Set(anchors.map((anchor) => anchor.countyCode))) {
    if (!known.has(countyCode)) faults.push({ countyCode, seq: null, kind: 'chain-missing', rowId: null });
  }
  return { counties: heads.length, rows, faults };
}
