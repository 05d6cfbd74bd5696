import { Injectable } from '@nestjs/common';
import { codeRange } from '#domain';
import { Db } from '#platform';
import * as sql from './photos.queries.js';
import { placeLength, settingOf, type NamedGroup, type RowsQuestion, type ScreenQuestion, type ScreenRow, type ScreenSource } from './screen-source.js';

/** The same photograph kept for several households. */
@Injectable()
export class ReusedPhotos implements ScreenSource {
  constructor(private readonly db: Db) {}

  async groups(question: ScreenQuestion): Promise<NamedGroup[]> {
    const rows = await this.db.query<sql.PhotoPlaceRow>(sql.photoPlaces, [...this.base(question), placeLength(question.by)]);
    return rows.map(({ key, photos, reused, households }) => ({
      key, divisionCode: key, label: null, n: photos, figures: { photos, reused, households }, tests: [{ name: 'reused', p: null, matters: reused > 0, effect: photos === 0 ? null : reused / photos }],
    }));
  }

  async rows(question: RowsQuestion): Promise<ScreenRow[]> {
    const rows = await this.db.query<sql.PhotoRow>(sql.photoRows, [...this.base(question), question.group, question.figure !== 'photos', question.after, question.limit + 1]);
    return rows.map((row) => ({
      key: row.id, kind: 'attachment', countyCode: row.county_code, id: row.id, householdId: row.household_id, villageCode: row.village_code,
      values: [
        { label: '户主', text: row.head_name }, { label: '上传日期', text: row.added_on }, { label: '照片（内容哈希前12位）', text: row.kept_sha256.slice(0, 12) },
        ...(row.households === null ? [] : [{ label: '同一照片涉及', text: `${row.households}户` }]),
      ],
    }));
  }

  /** A photograph may come from anywhere in the county, however small the division that is asked about. */
  private base({ from, to, year, division, settings }: ScreenQuestion): readonly unknown[] {
    const county = division.length > 6 ? codeRange(division.slice(0, 6)) : { from, to };
    return [from, to, year, settingOf(settings, 'min_households'), county.from, county.to];
  }
}
