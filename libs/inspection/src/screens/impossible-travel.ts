import { Injectable } from '@nestjs/common';
import { formatCaseId, journeyBetween, problem, type Journey, type PlacedVisit } from '#domain';
import { CryptoProvider, Db } from '#platform';
import { placeLength, settingOf, type NamedGroup, type RowsQuestion, type ScreenQuestion, type ScreenRow, type ScreenSource } from './screen-source.js';
import * as sql from './travel.queries.js';

/** More pairs than positions are opened for in one answer. */
const MOST_PAIRS = 50_000;

/** Two visits in a row that do not fit together. Shows the pair, never a place or a way. */
@Injectable()
export class ImpossibleTravel implements ScreenSource {
  constructor(
    private readonly db: Db,
    private readonly crypto: CryptoProvider,
  ) {}

  async groups(question: ScreenQuestion): Promise<NamedGroup[]> {
    const places = new Map<string, { pairs: number; impossible: number }>();
    for (const { row, journey } of await this.journeys(question, question.division)) {
      const key = row.village_code.slice(0, placeLength(question.by));
      const sum = places.get(key) ?? { pairs: 0, impossible: 0 };
      places.set(key, { pairs: sum.pairs + 1, impossible: sum.impossible + (journey.impossible ? 1 : 0) });
    }
    return [...places].map(([key, { pairs, impossible }]) => ({
      key, divisionCode: key, label: null, n: pairs, figures: { pairs, impossible }, tests: [{ name: 'impossible', p: null, matters: impossible > 0, effect: impossible / pairs }],
    }));
  }

  async rows(question: RowsQuestion): Promise<ScreenRow[]> {
    const all = await this.journeys(question, question.group);
    return all
      .filter(({ row, journey }) => (question.figure === 'pairs' || journey.impossible) && (question.after === null || row.id > question.after))
      .slice(0, question.limit + 1)
      .map(({ row, journey }) => ({
        key: row.id, kind: 'visit', countyCode: row.county_code, id: row.id, householdId: row.household_id, villageCode: row.village_code,
        values: [
          { label: '前一次走访', text: formatCaseId(row.before_county, row.before_id) }, { label: '两次间隔', text: minutes(journey.seconds) }, { label: '扣除误差后至少相距', text: `${(journey.leastM / 1000).toFixed(1)}公里` },
          { label: '至少需要的车速', text: journey.kmh === null ? '同一时刻' : `${Math.round(journey.kmh)}公里/小时` },
        ],
      }));
  }

  private async journeys({ from, to, year, settings }: ScreenQuestion, prefix: string): Promise<{ row: sql.PairRow; journey: Journey }[]> {
    const rows = await this.db.query<sql.PairRow>(sql.visitPairs, [from, to, year, settingOf(settings, 'max_hours'), prefix, MOST_PAIRS + 1]);
    if (rows.length > MOST_PAIRS) throw problem('screen.too-wide');
    const limits = { speedKmh: settingOf(settings, 'speed_kmh'), minDistanceM: settingOf(settings, 'min_distance_m') };
    return rows.map((row) => ({ row, journey: journeyBetween(this.placed(row.before_id, row.before_position, row.before_at), this.placed(row.id, row.position_enc, row.visited_at), limits) }));
  }

  private placed(id: string, position: string, at: Date): PlacedVisit {
    const { latitudeE6, longitudeE6, accuracyM } = JSON.parse(this.crypto.decrypt('visit', 'position', id, position)) as Omit<PlacedVisit, 'at'>;
    return { latitudeE6, longitudeE6, accuracyM, at: at.getTime() };
  }
}

const minutes = (seconds: number): string => (seconds < 60 ? `${Math.round(seconds)}秒` : `${Math.round(seconds / 60)}分钟`);
