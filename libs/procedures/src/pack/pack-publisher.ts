import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, parsePack, problem, uuidV7, type Pack } from '#domain';
import { RuleReader } from '#eligibility';
import { Db } from '#platform';
import { PackEffectsRegistry } from '../effects/pack-effects.js';
import * as sql from './pack.queries.js';

/** Publishes new versions of procedures. Nothing that exists is changed, except that the version before ends. */
@Injectable()
export class PackPublisher {
  constructor(
    private readonly db: Db,
    private readonly rules: RuleReader,
    private readonly effects: PackEffectsRegistry,
  ) {}

  /**
   * Publishes the next version of a pack; the number is given here, whatever the content says. It begins after the version
   * before it began. Throws `pack.not-found` for a procedure that the system does
   * not know, `pack.invalid` with every fault.
   */
  async publish(code: string, content: unknown): Promise<{ id: string; version: number }> {
    if (!this.effects.has(code)) throw problem('pack.not-found', { code }); // what its decision changes is not known to the system
    const versions = await this.db.query<sql.PackRow>(sql.versionsForUpdate, [code]);
    const last = versions[0];
    const version = (last?.version ?? 0) + 1;
    const pack = this.read(code, { ...(content as object), version });
    await this.requireRules(pack);
    if (last && pack.validFrom <= last.valid_from) {
      throw problem('pack.invalid', { faults: [{ path: '$.validFrom', message: { zh: `须晚于上一版的生效日期${last.valid_from}`, en: `must be after ${last.valid_from}` } }] });
    }
    if (last && (last.valid_to === null || last.valid_to > pack.validFrom)) await this.db.query(sql.endPack, [last.id, pack.validFrom]);
    const id = uuidV7();
    const text = canonicalJson(pack);
    const hash = createHash('sha256').update(text).digest('hex');
    await this.db.query(sql.insertPack, [id, code, version, pack.subject, JSON.stringify(pack.name), pack.source, text, hash, pack.validFrom, pack.validTo]);
    return { id, version };
  }

  private async requireRules(pack: Pack): Promise<void> {
    const known = new Set((await this.rules.all()).map((rule) => rule.code));
    const faults = pack.rules.filter(({ rule }) => !known.has(rule)).map(({ rule }) => ({ path: '$.rules', message: { zh: `没有规则“${rule}”`, en: `there is no rule "${rule}"` } }));
    if (faults.length > 0) throw problem('pack.invalid', { faults });
  }

  private read(code: string, content: object): Pack {
    const { pack, faults } = parsePack(content);
    if (faults.length > 0) throw problem('pack.invalid', { faults });
    if (pack.code !== code) throw problem('pack.invalid', { faults: [{ path: '$.code', message: { zh: `应为 ${code}`, en: `must be ${code}` } }] });
    return pack;
  }
}
