import { Injectable } from '@nestjs/common';
import { uuidV7, type Measure } from '#domain';
import { Db } from '#platform';
import * as sql from './measure.queries.js';

/** Writes versions of measures. Whether one may be published is decided above: its rule is judged against facts there. */
@Injectable()
export class MeasureStore {
  constructor(private readonly db: Db) {}

  /** Holds off everybody else who publishes the same measure; returns its newest version, if it has one. */
  async lock(code: string): Promise<sql.MeasureVersionRow | null> {
    await this.db.query(sql.lockMeasure, [code]);
    const [last] = await this.db.query<sql.MeasureVersionRow>(sql.versionsOfMeasure, [code]);
    return last ?? null;
  }

  /** Adds a version and ends the one before it on the day it begins. */
  async add(measure: Measure, last: sql.MeasureVersionRow | null): Promise<sql.MeasureVersionRow> {
    if (last && last.valid_to === null) await this.db.query(sql.endMeasureVersion, [last.id, measure.effectiveFrom]);
    const id = uuidV7();
    const row = {
      id, code: measure.code, version: measure.version, kind: measure.kind, level: measure.level, delivery: measure.delivery, name: measure.name, beneficiaries: measure.beneficiaries,
      eligibility: measure.eligibility, rule_note: measure.ruleNote, amount: measure.amount, period: measure.period, funding: measure.funding, after_exit: measure.afterExit,
      received_when: measure.receivedWhen, moves: measure.moves, overlapping: measure.overlaps, sources: measure.sources, examples: measure.examples, valid_from: measure.effectiveFrom,
      valid_to: measure.effectiveTo,
    };
    await this.db.query(sql.insertMeasureVersion, [JSON.stringify(row)]);
    return this.db.one<sql.MeasureVersionRow>(sql.measureVersionById, [id]);
  }
}
