import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { countyCodeOf, frameSha256, padVillageCode, placeStrata, problem, sortedFrame, uuidV7, type CaseId, type DrawnSample, type SamplePlan, type SampleUnitKind } from '#domain';
import { DivisionReader } from '#divisions';
import { currentContext, Db } from '#platform';
import { draw, sealOf, sha256, storedUnits } from './drawing.js';
import { FrameReader, type FrameQuestion } from './frame-reader.js';
import { SampleReader } from './sample-reader.js';
import * as sql from './sample.queries.js';

export interface SampleInput {
  readonly name: string;
  readonly question: Record<string, unknown>;
  readonly unit: SampleUnitKind;
  readonly year: number;
  readonly plan: SamplePlan;
  /** Random without one. */
  readonly seed?: string | undefined;
}

export interface DrawnList {
  readonly seed: string;
  readonly drawn: DrawnSample;
  /** Sealing value under the secret number that was given; null without one. */
  readonly seal: string | null;
}

export interface Recheck {
  readonly same: boolean;
  readonly frameSize: number;
  readonly frameSha256: string;
}

/** Draws samples. Every method wants a transaction in which all statements see the same moment. */
@Injectable()
export class SampleDrawing {
  constructor(
    private readonly db: Db,
    private readonly frames: FrameReader,
    private readonly samples: SampleReader,
    private readonly divisions: DivisionReader,
  ) {}

  /** Draws without keeping anything: to verify a printed list. @throws `sample.plan`, `sample.frame-…` */
  async list({ seed = randomBytes(16).toString('hex'), ...input }: SampleInput, nonce?: string): Promise<DrawnList> {
    const drawn = draw(await this.frames.read(input), input.plan, seed);
    return { seed, drawn, seal: nonce === undefined ? null : sealOf(nonce, seed, input.plan, drawn) };
  }

  /** Strata of a frame as they can be named in a plan, with names to read. @throws `sample.plan`, `sample.frame-…` */
  async strata(asked: FrameQuestion): Promise<{ stratum: string; name: string; units: number }[]> {
    const found = await this.frames.strata(asked);
    const names = (asked.plan.stratifyBy ?? '') in placeStrata ? await this.divisions.names(found.map(({ stratum }) => stratum)) : new Map<string, string>();
    return found.map(({ stratum, units }) => ({ stratum, name: names.get(stratum) ?? stratum, units }));
  }

  /** @throws `sample.plan`, `sample.frame-…` */
  async draw(input: SampleInput): Promise<sql.SampleRow> {
    const id = uuidV7();
    const { row, list } = await this.prepared(id, input);
    await this.db.query(sql.insertSample, [JSON.stringify(row)]);
    return this.keep({ countyCode: row.county_code, id }, input, list, 'DRAWN', {});
  }

  /**
   * Draws anew in the place of a sample that is not yet issued. Whatever was sealed is void, and the log says so.
   * @throws `not-found`, `sample.not-yours`, `sample.wrong-state`, `stale-version`
   */
  async redraw(id: CaseId, input: SampleInput): Promise<sql.SampleRow> {
    const before = await this.samples.locked(id, ['DRAWN', 'SEALED']);
    const { row, list } = await this.prepared(id.id, input);
    if (row.county_code !== before.county_code) throw problem('sample.plan', { field: 'question.division' });
    await this.db.query(sql.deleteUnits, [id.countyCode, id.id]);
    await this.db.query(sql.deleteSecret, [id.countyCode, id.id]);
    await this.db.query(sql.replaceSample, [JSON.stringify(row)]);
    return this.keep(id, input, list, before.state === 'SEALED' ? 'VOIDED' : 'DRAWN', { sealBefore: before.seal_sha256, frameBefore: before.frame_sha256 });
  }

  /** Whether the frame of now is the one that was drawn from; written into the log. @throws `not-found`, `sample.not-yours` */
  async recheck(id: CaseId): Promise<Recheck> {
    const sample = await this.samples.locked(id, ['DRAWN', 'SEALED', 'ISSUED', 'CLOSED']);
    const frame = sortedFrame(await this.frames.read({ question: sample.question, unit: sample.unit, plan: sample.settings.plan, year: sample.settings.year }));
    const now = frameSha256(frame, sha256);
    const found = { same: now === sample.frame_sha256, frameSize: frame.length, frameSha256: now };
    await this.samples.log(sample, 'RECHECKED', { ...found });
    return found;
  }

  private async prepared(id: string, input: SampleInput): Promise<{ row: PreparedRow; list: SecretList }> {
    const division = this.frames.divisionOf(input.question);
    const nonce = randomBytes(16).toString('hex');
    const { seed, drawn, seal } = await this.list(input, nonce);
    const settings: sql.SampleSettings = { plan: input.plan, year: input.year, sizeFormula: drawn.sizeFormula };
    const { actor, now } = currentContext();
    return {
      list: { seed, drawn, nonce },
      row: {
        county_code: countyCodeOf(division), id, village_code: padVillageCode(division), division_code: division, name: input.name.trim(), question: input.question, unit: input.unit,
        method: input.plan.method, settings, frame_size: drawn.frameSize, frame_sha256: drawn.frameSha256, strata: drawn.strata,
        drawn: drawn.units.filter(({ role }) => role === 'PRIMARY').length, algorithm: drawn.algorithm, algorithm_version: drawn.version,
        seal_sha256: seal ?? '', drawn_at: now, drawn_by_name: actor.name,
      },
    };
  }

  private async keep(id: CaseId, input: SampleInput, { seed, drawn, nonce }: SecretList, kind: 'DRAWN' | 'VOIDED', more: object): Promise<sql.SampleRow> {
    const sample = await this.samples.find(id);
    await this.db.query(sql.insertSecret, [sample.county_code, sample.id, sample.village_code, nonce, seed]);
    await this.db.query(sql.insertUnits, [sample.county_code, sample.village_code, sample.id, JSON.stringify(storedUnits(drawn))]);
    await this.samples.log(sample, kind, { frameSize: sample.frame_size, frameSha256: sample.frame_sha256, seal: sample.seal_sha256, method: input.plan.method, drawn: sample.drawn, ...more });
    return sample;
  }
}

type SecretList = Pick<DrawnList, 'seed' | 'drawn'> & { readonly nonce: string };
type PreparedRow = Pick<sql.SampleRow, 'county_code' | 'id' | 'village_code' | 'division_code' | 'name' | 'question' | 'unit' | 'method' | 'settings' | 'frame_size' | 'frame_sha256' | 'drawn'
  | 'algorithm' | 'algorithm_version' | 'seal_sha256' | 'drawn_at' | 'drawn_by_name'> & { readonly strata: DrawnSample['strata'] };
