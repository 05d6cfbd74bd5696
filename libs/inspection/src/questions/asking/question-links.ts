import { Injectable } from '@nestjs/common';
import { canonicalJson, problem } from '#domain';
import { Db } from '#platform';
import { QuestionResolver } from '../question-resolver.js';
import { keyOf } from '../question.service.js';
import type { Asker } from './foreground-questions.js';
import { findLink, insertLink } from './link.queries.js';

/** Short links: what is asked is stored, never an answer. Who opens one gets the answer of the own territory and rights. */
@Injectable()
export class QuestionLinks {
  constructor(
    private readonly db: Db,
    private readonly resolver: QuestionResolver,
  ) {}

  /** The key of the definition, the same however often and by whom it is linked. @throws as `QuestionResolver.resolve` */
  async link(given: unknown): Promise<string> {
    await this.resolver.resolve(given);
    const definition = await this.resolver.read(given);
    const key = keyOf(definition);
    await this.db.query(insertLink, [key, canonicalJson(definition)]);
    return key;
  }

  /** What a key stands for, read where it was written: a replica may not have it yet. @throws `not-found` */
  async open({ actor, requestId }: Pick<Asker, 'actor' | 'requestId'>, key: string): Promise<unknown> {
    const row = /^[0-9a-z]{16}$/.test(key) ? await this.db.run({ actor, requestId, readOnly: true }, () => this.db.maybeOne<{ definition: unknown }>(findLink, [key])) : null;
    if (!row) throw problem('not-found');
    return row.definition;
  }
}
