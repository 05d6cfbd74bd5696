import { Injectable } from '@nestjs/common';
import { copiesAmong, ignoredCharacters, problem, type CopyGroup } from '#domain';
import { Db } from '#platform';
import { settingOf, type NamedGroup, type RowsQuestion, type ScreenQuestion, type ScreenRow, type ScreenSource } from './screen-source.js';
import * as sql from './texts.queries.js';

/** More texts than are compared in one answer. */
const MOST_TEXTS = 200_000;

/** The same or nearly the same visit text in many households of a team. */
@Injectable()
export class CopiedTexts implements ScreenSource {
  constructor(private readonly db: Db) {}

  async groups(question: ScreenQuestion): Promise<NamedGroup[]> {
    const places = await this.db.query<sql.TextPlaceRow>(sql.textPlaces, this.base(question));
    const copies = await this.copies(question, null);
    return places.map(({ place, division_code: divisionCode, label, households }) => {
      const own = copies.get(place) ?? [];
      const copied = new Set(own.flatMap((group) => group.households)).size;
      const largest = Math.max(0, ...own.map((group) => group.households.length));
      return {
        key: place, divisionCode, label, n: households, figures: { households, copied, largest, groups: own.length },
        tests: [{ name: 'copied', p: null, matters: own.length > 0, effect: households === 0 ? null : copied / households }],
      };
    });
  }

  async rows(question: RowsQuestion): Promise<ScreenRow[]> {
    const all = question.figure === 'households';
    const copies = (await this.copies(question, question.group)).get(question.group) ?? [];
    const largest = Math.max(0, ...copies.map(({ households }) => households.length));
    const chosen = question.figure === 'largest' ? copies.filter(({ households }) => households.length === largest).slice(0, 1) : copies;
    const rows = await this.db.query<sql.TextRow>(sql.textRows, [...this.base(question), question.group, all ? null : chosen.flatMap(({ texts }) => texts), question.after, question.limit + 1]);
    return rows.map((row) => {
      const group = copies.findIndex(({ texts }) => texts.includes(row.text));
      const similar = copies[group];
      return {
        key: row.id, kind: 'visit', countyCode: row.county_code, id: row.id, householdId: row.household_id, villageCode: row.village_code,
        values: [
          { label: '户主', text: row.head_name }, { label: '走访日期', text: row.visited_on }, { label: '走访记录', text: row.notes },
          ...(similar ? [{ label: '雷同组', text: `第${group + 1}组，${similar.households.length}户，相似度${Math.round(similar.similarity * 100)}%以上` }] : []),
        ],
      };
    });
  }

  private async copies(question: ScreenQuestion, place: string | null): Promise<Map<string, CopyGroup[]>> {
    const minHouseholds = settingOf(question.settings, 'min_households');
    const rows = await this.db.query<sql.CandidateRow>(sql.candidates, [...this.base(question), minHouseholds, place, MOST_TEXTS + 1]);
    if (rows.length > MOST_TEXTS) throw problem('screen.too-wide');
    const byPlace = new Map<string, { text: string; household: string }[]>();
    for (const row of rows) {
      const own = byPlace.get(row.place) ?? [];
      for (const household of row.households) own.push({ text: row.text, household });
      byPlace.set(row.place, own);
    }
    const threshold = settingOf(question.settings, 'similarity');
    return new Map([...byPlace].map(([key, texts]) => [key, copiesAmong(texts, { threshold, minHouseholds })]));
  }

  private base({ from, to, year, settings }: ScreenQuestion): readonly unknown[] {
    return [from, to, year, ignoredCharacters, settingOf(settings, 'min_characters')];
  }
}
