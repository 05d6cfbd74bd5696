import { ApiProperty } from '@nestjs/swagger';
import { formatCaseId } from '#domain';
import { dayOrNull, textOrNull } from '../shared.dto.js';
import type { TeamDetail } from './team-reader.js';
import type { TeamMemberRow, TeamVillageRow } from './team.queries.js';

const countOrNull = { type: 'integer', nullable: true } as const;

export class TeamMonthResponse {
  @ApiProperty({ type: 'integer' }) month!: number;
  @ApiProperty({ type: 'array', items: { type: 'integer' } }) days!: number[];
  @ApiProperty({ type: 'integer', description: 'Above 1 when it was corrected' }) version!: number;
  @ApiProperty() recordedBy!: string;
}

export class TeamMemberResponse {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() role!: string;
  @ApiProperty(textOrNull) unit!: string | null;
  @ApiProperty(textOrNull) rank!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Masked' }) phone!: string | null;
  @ApiProperty({ format: 'date' }) joinedOn!: string;
  @ApiProperty(dayOrNull) leftOn!: string | null;
  @ApiProperty(textOrNull) leaveReason!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Whose work was taken over' }) predecessorId!: string | null;
  @ApiProperty({ type: 'integer', description: 'Days in the village in the year, as the team recorded them' }) days!: number;
  @ApiProperty({ type: [TeamMonthResponse] }) months!: TeamMonthResponse[];

  static from(row: TeamMemberRow, days: TeamDetail['days']): TeamMemberResponse {
    const own = days.filter((entry) => entry.member_id === row.id);
    return {
      id: row.id, name: row.name, role: row.role, unit: row.unit, rank: row.rank, phone: row.phone_masked, joinedOn: row.joined_on, leftOn: row.left_on,
      leaveReason: row.leave_reason, predecessorId: row.predecessor_id, days: own.reduce((sum, entry) => sum + entry.day_count, 0),
      months: own.map((entry) => ({ month: entry.month, days: entry.days, version: entry.version, recordedBy: entry.recorded_by_name })),
    };
  }
}

export class TeamItem {
  @ApiProperty({ description: 'Id of the team; the team of several villages stands at each of them' }) id!: string;
  @ApiProperty() villageCode!: string;
  @ApiProperty({ description: 'Names from the league down' }) villageName!: string;
  @ApiProperty({ type: 'boolean', description: 'The team lives in this village' }) seat!: boolean;
  @ApiProperty() name!: string;
  @ApiProperty() sendingUnit!: string;
  @ApiProperty() firstSecretary!: string;
  @ApiProperty({ type: 'integer' }) size!: number;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date', description: 'End of the term' }) termTo!: string;
  @ApiProperty(dayOrNull) endedOn!: string | null;

  static from(row: TeamVillageRow & { villageName: string }): TeamItem {
    return {
      id: formatCaseId(row.county_code, row.team_id), villageCode: row.village_code, villageName: row.villageName, seat: row.is_seat, name: row.team_name,
      sendingUnit: row.sending_unit, firstSecretary: row.first_secretary, size: row.size, from: row.from_on, termTo: row.term_to, endedOn: row.ended_on,
    };
  }
}

export class TeamPage {
  @ApiProperty({ type: [TeamItem] }) items!: TeamItem[];
  @ApiProperty({ ...textOrNull, description: 'Cursor of the next page; null on the last' }) nextCursor!: string | null;
}

export class TeamResponse {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() sendingUnit!: string;
  @ApiProperty(textOrNull) sendingAffiliation!: string | null;
  @ApiProperty({ format: 'date' }) termFrom!: string;
  @ApiProperty({ format: 'date' }) termTo!: string;
  @ApiProperty(textOrNull) shortTermReason!: string | null;
  @ApiProperty({ enum: ['ACTIVE', 'ENDED'] }) status!: string;
  @ApiProperty(dayOrNull) endedOn!: string | null;
  @ApiProperty(textOrNull) endReason!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: [TeamItem] }) villages!: TeamItem[];
  @ApiProperty({ type: [TeamMemberResponse], description: 'Those in the team first; who left stays listed' }) members!: TeamMemberResponse[];
  @ApiProperty({ type: 'integer', description: 'Year of the days' }) year!: number;
  @ApiProperty({ ...countOrNull, description: 'Days a year that the parameter asks for; null = not set' }) daysAsked!: number | null;
  @ApiProperty({ ...countOrNull, description: 'Least size that the parameter asks for; null = not set' }) leastSize!: number | null;

  static from(detail: TeamDetail): TeamResponse {
    const { team } = detail;
    return {
      id: formatCaseId(team.county_code, team.id), name: team.name, sendingUnit: team.sending_unit, sendingAffiliation: team.sending_affiliation, termFrom: team.term_from,
      termTo: team.term_to, shortTermReason: team.short_term_reason, status: team.status, endedOn: team.ended_on, endReason: team.end_reason, version: team.version,
      villages: detail.villages.map((row) => TeamItem.from(row)), members: detail.members.map((row) => TeamMemberResponse.from(row, detail.days)),
      year: detail.year, daysAsked: detail.daysAsked, leastSize: detail.leastSize,
    };
  }
}
