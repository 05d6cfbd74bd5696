import { ApiProperty } from '@nestjs/swagger';
import { formatCaseId } from '#domain';
import { valuesOf } from '../store/columns.js';
import type { HouseholdDetail } from './household-reader.js';
import type { EpisodeRow, LinkRow, MemberRow, VillageNameRow } from './household.queries.js';

const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const valuesDoc = { type: 'object', additionalProperties: true, description: 'Recorded fields by key of GET /fields; sensitive ones masked, absent means not recorded' } as const;

export class VillageResponse {
  @ApiProperty(text) code!: string;
  @ApiProperty({ ...textOrNull, description: 'Null for a village that is not in the tree' }) name!: string | null;
  @ApiProperty(textOrNull) township!: string | null;
  @ApiProperty(textOrNull) county!: string | null;

  static from(code: string, row: VillageNameRow | null | undefined): VillageResponse {
    return { code, name: row?.village ?? null, township: row?.township ?? null, county: row?.county ?? null };
  }
}

export class MemberResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty(text) name!: string;
  @ApiProperty({ type: 'boolean' }) isHead!: boolean;
  @ApiProperty({ type: 'boolean', description: 'In the household now' }) active!: boolean;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty(valuesDoc) values!: Record<string, unknown>;

  static from(row: MemberRow): MemberResponse {
    const active = row.member_status === 'ACTIVE';
    return { id: formatCaseId(row.county_code, row.id), name: row.name, isHead: active && row.relation_to_head === '01', active, version: row.version, values: valuesOf('member', row) };
  }
}

export class EpisodeResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty({ type: 'integer' }) sequence!: number;
  @ApiProperty({ enum: ['IDENTIFIED', 'RE_ENTRY', 'IMPORTED'] }) entryKind!: string;
  @ApiProperty(textOrNull) entryReason!: string | null;
  @ApiProperty(text) enteredOn!: string;
  @ApiProperty(text) status!: string;
  @ApiProperty(textOrNull) exitedOn!: string | null;
  @ApiProperty(textOrNull) notEntitledOn!: string | null;
  @ApiProperty(textOrNull) closedOn!: string | null;
  @ApiProperty(textOrNull) closeReason!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Episode before a re-entry' }) previousEpisodeId!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Case that decided the entry' }) entryCaseId!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Case that decided the exit' }) exitCaseId!: string | null;

  static from(row: EpisodeRow): EpisodeResponse {
    const idOf = (id: string | null) => (id === null ? null : formatCaseId(row.county_code, id));
    return {
      id: formatCaseId(row.county_code, row.id), sequence: row.sequence, entryKind: row.entry_kind, entryReason: row.entry_reason, enteredOn: row.entered_on,
      status: row.status, exitedOn: row.exited_on, notEntitledOn: row.not_entitled_on, closedOn: row.closed_on, closeReason: row.close_reason,
      previousEpisodeId: idOf(row.previous_episode_id), entryCaseId: idOf(row.entry_case_id), exitCaseId: idOf(row.exit_case_id),
    };
  }
}

export class LinkResponse {
  @ApiProperty({ enum: ['SPLIT_FROM', 'MERGED_INTO', 'MOVED_FROM', 'MOVED_TO'] }) kind!: string;
  @ApiProperty(text) householdId!: string;
  @ApiProperty(text) occurredOn!: string;
  @ApiProperty(textOrNull) reason!: string | null;

  static from(row: LinkRow): LinkResponse {
    return { kind: row.kind, householdId: formatCaseId(row.other_county_code, row.other_household_id), occurredOn: row.occurred_on, reason: row.reason };
  }
}

export class HouseholdResponse {
  @ApiProperty({ ...text, example: '150221-0199a3f0-0000-7000-8000-000000000000' }) id!: string;
  @ApiProperty({ type: VillageResponse }) village!: VillageResponse;
  @ApiProperty(text) status!: string;
  @ApiProperty(text) headName!: string;
  @ApiProperty({ type: 'integer' }) memberCount!: number;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty(textOrNull) endedOn!: string | null;
  @ApiProperty(textOrNull) endReason!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Household in another county that this one continues' }) originId!: string | null;
  @ApiProperty(valuesDoc) values!: Record<string, unknown>;
  @ApiProperty({ type: [MemberResponse] }) members!: MemberResponse[];
  @ApiProperty({ type: [EpisodeResponse] }) episodes!: EpisodeResponse[];
  @ApiProperty({ type: [LinkResponse] }) links!: LinkResponse[];
  @ApiProperty({ type: 'array', items: { type: 'integer' }, description: 'Years with a record' }) years!: number[];

  static from(detail: HouseholdDetail): HouseholdResponse {
    const row = detail.household;
    const origin = row['origin_id'];
    return {
      id: formatCaseId(row.county_code, row.id),
      village: VillageResponse.from(row.village_code, detail.village),
      status: row.status, headName: row.head_name, memberCount: row.member_count, version: row.version,
      endedOn: (row['ended_on'] as string | null | undefined) ?? null,
      endReason: (row['end_reason'] as string | null | undefined) ?? null,
      originId: typeof origin === 'string' ? formatCaseId(String(row['origin_county_code']), origin) : null,
      values: valuesOf('household', row),
      members: detail.members.map((member) => MemberResponse.from(member)),
      episodes: detail.episodes.map((episode) => EpisodeResponse.from(episode)),
      links: detail.links.map((link) => LinkResponse.from(link)),
      years: [...detail.years],
    };
  }
}
