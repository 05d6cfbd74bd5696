import { createHmac } from 'node:crypto';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../config/env.js';
import { systemActor } from '../auth/actor.js';
import { Db } from '../db/db.service.js';
import { currentContext } from '../db/request-context.js';
import { JobHandler } from '../queue/job-handler.js';
import { readAnchors, writeAnchors, type Anchor } from './anchor-file.js';
import { chainHeads } from './audit-chain.queries.js';
import { AuditSealer } from './audit-sealer.js';
import { verifyAudit, type AuditReport } from './audit-verifier.js';

/** Daily witness of the audit chains outside the database, and the check against it. */
@Injectable()
export class AuditAnchorService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly db: Db,
    private readonly sealer: AuditSealer,
  ) {}

  /** Seals what is waiting and writes the head of every chain to `<data>/anchors/<day>.jsonl`. */
  @JobHandler('audit.anchor')
  async anchor(): Promise<{ file: string; counties: number }> {
    await this.sealer.sweep();
    const { heads, now } = await this.wide(async () => ({ heads: await chainHeads(this.db.client), now: currentContext().now.toISOString() }));
    const anchors = heads.map((head) => ({ countyCode: head.county_code, seq: head.seq, hash: head.hash.toString('hex'), at: now }));
    return { file: await writeAnchors(this.folder, this.key, now.slice(0, 10), anchors), counties: anchors.length };
  }

  /** Recomputes every chain and holds it against the anchors. */
  async verify(): Promise<AuditReport & { anchors: number }> {
    await this.sealer.sweep();
    const anchors = await this.anchors();
    return { ...(await this.wide(() => verifyAudit(this.db.client, anchors))), anchors: anchors.length };
  }

  anchors(): Promise<Anchor[]> {
    return readAnchors(this.folder, this.key);
  }

  private wide<T>(work: () => Promise<T>): Promise<T> {
    return this.db.run({ actor: systemActor('15'), readOnly: true, timeoutMs: 600_000 }, work);
  }

  private get folder(): string {
    return path.join(this.env.dataDir, 'anchors');
  }

  private get key(): Buffer {
    return createHmac('sha256', Buffer.from(this.env.indexKey, 'hex')).update('audit anchors').digest();
  }
}
