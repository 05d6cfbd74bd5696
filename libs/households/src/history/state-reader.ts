import { Injectable } from '@nestjs/common';
import { problem, type CaseId } from '#domain';
import { Db } from '#platform';
import type { HouseholdDetail } from '../household/household-reader.js';
import * as household from '../household/household.queries.js';
import type { RecordedYear } from '../year/year-reader.js';
import type { MemberYearRow, YearRow } from '../year/year.queries.js';
import * as sql from './history.queries.js';

export interface HouseholdState {
  readonly detail: HouseholdDetail;
  readonly years: readonly RecordedYear[];
}

type Image = Record<string, unknown>;

/**
 * The state of a household at a moment, as a reader saw it then: rebuilt from the images of the audit log, which cannot be
 * rewritten. Images carry ciphertext and masks, and nothing is decrypted.
 */
@Injectable()
export class StateReader {
  constructor(private readonly db: Db) {}

  /** Throws `not-found` when the household was not recorded yet at that moment. */
  async at(id: CaseId, moment: Date): Promise<HouseholdState> {
    const rows = await this.db.query<sql.ImageRow>(sql.imagesAt, [id.countyCode, id.id, moment]);
    const of = (table: string): Image[] => rows.filter((row) => row.table_name === table).map((row) => row.image);
    const [root] = of('household');
    if (!root) throw problem('not-found');
    const members = of('member').sort(byBooklet) as unknown as household.MemberRow[];
    const current = of('household_year').filter(isCurrent).sort((a, b) => Number(b['year']) - Number(a['year']));
    const memberYears = memberYearsOf(of('member_year').filter(isCurrent), members);
    const [village] = await this.db.query<household.VillageNameRow>(household.villageNames, [[root['village_code']]]);
    const detail: HouseholdDetail = {
      household: root as unknown as household.HouseholdRow,
      members,
      episodes: of('episode').map((image) => withNulls<household.EpisodeRow>(image, episodeColumns)).sort((a, b) => a.sequence - b.sequence),
      links: of('household_link').sort(byDay).map((image) => withNulls<household.LinkRow>(image, ['reason'])),
      years: current.map((image) => Number(image['year'])).sort((a, b) => a - b),
      village: village ?? null,
    };
    const years = current.map((image) => ({ row: withNulls<YearRow>(image, ['superseded_at', 'correction_reason']), members: memberYears.filter((row) => row.year === image['year']) }));
    return { detail, years };
  }
}

const episodeColumns = ['entry_reason', 'exited_on', 'not_entitled_on', 'closed_on', 'close_reason', 'previous_episode_id', 'entry_case_id', 'exit_case_id'];

/** An image leaves out what is null. */
function withNulls<Row>(image: Image, columns: readonly string[]): Row {
  return { ...Object.fromEntries(columns.map((column) => [column, null])), ...image } as Row;
}

function isCurrent(image: Image): boolean {
  return image['superseded_at'] === undefined;
}

function memberYearsOf(images: Image[], members: readonly household.MemberRow[]): MemberYearRow[] {
  const position = new Map([...members].sort(byOrdinal).map((member, index) => [member.id, index]));
  const nameOf = new Map(members.map((member) => [member.id, member.name]));
  return images
    .map((image) => ({ ...image, member_name: nameOf.get(String(image['member_id'])) ?? '' }) as unknown as MemberYearRow)
    .sort((a, b) => (position.get(a.member_id) ?? 0) - (position.get(b.member_id) ?? 0));
}

/** As the list of members is ordered when it is read from its table. */
function byBooklet(a: Image, b: Image): number {
  const rank = (image: Image) => (image['member_status'] === 'ACTIVE' ? 0 : 2) + (image['relation_to_head'] === '01' ? 0 : 1);
  return rank(a) - rank(b) || byOrdinal(a, b);
}

function byOrdinal(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): number {
  const last = Number.MAX_SAFE_INTEGER;
  return Number(a['ordinal'] ?? last) - Number(b['ordinal'] ?? last) || compare(String(a['id']), String(b['id']));
}

function byDay(a: Image, b: Image): number {
  return compare(String(a['occurred_on']), String(b['occurred_on'])) || compare(String(a['id']), String(b['id']));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
