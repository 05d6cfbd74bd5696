import { ApiProperty } from '@nestjs/swagger';
import { formatCaseId, sampleMethodNames, sampleMethods, type DrawnSample } from '#domain';
import type { DrawnList } from './sample-draw.service.js';
import type { InspectorRow } from './issue.queries.js';
import type * as sql from './sample.queries.js';

const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const number = { type: 'integer' } as const;
const timeOrNull = { type: 'string', format: 'date-time', nullable: true } as const;
const free = { type: 'object', additionalProperties: true } as const;
const states = ['DRAWN', 'SEALED', 'ISSUED', 'CLOSED'] as const;
const stateTexts: Readonly<Record<sql.SampleState, string>> = { DRAWN: '已抽取', SEALED: '已封存', ISSUED: '已发放', CLOSED: '已关闭' };

export class SampleStratum {
  @ApiProperty(text) stratum!: string;
  @ApiProperty({ ...number, description: 'Units of the frame' }) units!: number;
  @ApiProperty(number) drawn!: number;
  @ApiProperty(number) replacements!: number;
}

export class SampleResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty(text) name!: string;
  @ApiProperty(text) division!: string;
  @ApiProperty(free) question!: Record<string, unknown>;
  @ApiProperty({ enum: ['household', 'village'] }) unit!: string;
  @ApiProperty({ enum: sampleMethods }) method!: string;
  @ApiProperty(text) methodText!: string;
  @ApiProperty(number) year!: number;
  @ApiProperty({ ...free, description: 'Plan as it was asked for' }) plan!: object;
  @ApiProperty({ ...textOrNull, description: 'How the size came about, when it was asked for by precision' }) sizeFormula!: string | null;
  @ApiProperty(number) frameSize!: number;
  @ApiProperty({ ...text, description: 'SHA-256 of the sorted ids of the frame, one a line' }) frameSha256!: string;
  @ApiProperty({ type: [SampleStratum] }) strata!: SampleStratum[];
  @ApiProperty({ ...number, description: 'Units drawn, without reserves' }) drawn!: number;
  @ApiProperty({ ...text, description: 'Name and version of the algorithm' }) algorithm!: string;
  @ApiProperty({ ...text, description: 'Sealing value of seed, frame, plan and list' }) seal!: string;
  @ApiProperty({ enum: states }) state!: string;
  @ApiProperty(text) stateText!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) drawnAt!: string;
  @ApiProperty(text) drawnBy!: string;
  @ApiProperty(timeOrNull) sealedAt!: string | null;
  @ApiProperty(timeOrNull) opensAt!: string | null;
  @ApiProperty(timeOrNull) closedAt!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Only for whoever drew it, until it is closed' }) seed!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Secret number of the sealing value, like the seed' }) nonce!: string | null;
  @ApiProperty(number) version!: number;

  static from(row: sql.SampleRow, secret: sql.SecretRow | null = null): SampleResponse {
    return {
      id: formatCaseId(row.county_code, row.id), name: row.name, division: row.division_code, question: row.question, unit: row.unit, method: row.method,
      methodText: sampleMethodNames[row.method].zh, year: row.settings.year, plan: row.settings.plan, sizeFormula: row.settings.sizeFormula?.zh ?? null, frameSize: row.frame_size,
      frameSha256: row.frame_sha256, strata: row.strata, drawn: row.drawn, algorithm: `${row.algorithm} v${row.algorithm_version}`, seal: row.seal_sha256, state: row.state,
      stateText: stateTexts[row.state], drawnAt: row.drawn_at.toISOString(), drawnBy: row.drawn_by_name, sealedAt: row.sealed_at?.toISOString() ?? null,
      opensAt: row.opens_at?.toISOString() ?? null, closedAt: row.closed_at?.toISOString() ?? null, seed: secret?.seed ?? null, nonce: secret?.nonce ?? null, version: row.version,
    };
  }
}

export class SamplePage {
  @ApiProperty({ type: [SampleResponse] }) items!: SampleResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class SampleUnitResponse {
  @ApiProperty(number) ordinal!: number;
  @ApiProperty({ enum: ['PRIMARY', 'REPLACEMENT'] }) role!: string;
  @ApiProperty(text) stratum!: string;
  @ApiProperty(textOrNull) cluster!: string | null;
  @ApiProperty({ ...text, description: 'Units of the frame that it stands for, as a fraction' }) weight!: string;
  @ApiProperty(textOrNull) householdId!: string | null;
  @ApiProperty(text) villageCode!: string;
  @ApiProperty(textOrNull) headName!: string | null;
  @ApiProperty({ ...textOrNull, description: 'When it was drawn' }) status!: string | null;
  @ApiProperty({ enum: ['DRAWN', 'ISSUED', 'REPLACED'] }) state!: string;
  @ApiProperty(textOrNull) taskState!: string | null;
  @ApiProperty(textOrNull) assigneeId!: string | null;
  @ApiProperty({ ...number, nullable: true }) replacedBy!: number | null;
  @ApiProperty(textOrNull) replaceReason!: string | null;

  static from(row: sql.UnitRow): SampleUnitResponse {
    return {
      ordinal: row.ordinal, role: row.role, stratum: row.stratum, cluster: row.cluster, weight: `${row.weight_num}/${row.weight_den}`,
      householdId: row.household_id === null ? null : formatCaseId(row.household_county, row.household_id), villageCode: row.household_village, headName: row.head_name,
      status: row.household_status, state: row.state, taskState: row.task_state, assigneeId: row.assignee_id, replacedBy: row.replaced_by, replaceReason: row.replace_reason,
    };
  }
}

export class SampleUnitList {
  @ApiProperty({ type: [SampleUnitResponse] }) items!: SampleUnitResponse[];
}

export class SampleEventResponse {
  @ApiProperty(text) kind!: string;
  @ApiProperty(free) detail!: Record<string, unknown>;
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: string;
  @ApiProperty(text) actor!: string;

  static from({ kind, detail, at, actor_name: actor }: sql.EventRow): SampleEventResponse {
    return { kind, detail, at: at.toISOString(), actor };
  }
}

export class SampleLog {
  @ApiProperty({ type: [SampleEventResponse] }) items!: SampleEventResponse[];
}

export class SampleFrameStratum {
  @ApiProperty({ ...text, description: 'As it is named in `given`' }) stratum!: string;
  @ApiProperty({ ...text, description: 'Name of the division, or the value' }) name!: string;
  @ApiProperty(number) units!: number;
}

export class SampleFrameStrata {
  @ApiProperty({ type: [SampleFrameStratum] }) items!: SampleFrameStratum[];
}

export class SampleRecheckResponse {
  @ApiProperty({ type: 'boolean', description: 'The frame of now hashes as the one that was drawn from' }) same!: boolean;
  @ApiProperty(number) frameSize!: number;
  @ApiProperty(text) frameSha256!: string;
}

export class SampleReplacementResponse {
  @ApiProperty(number) ordinal!: number;
  @ApiProperty(number) replacedBy!: number;
  @ApiProperty(text) reason!: string;
}

export class SampleInspector {
  @ApiProperty({ type: 'string', format: 'uuid' }) userId!: string;
  @ApiProperty(text) name!: string;
  @ApiProperty({ type: [String], description: 'Where the inspector may go' }) divisions!: string[];

  static from({ user_id: userId, display_name: name, divisions }: InspectorRow): SampleInspector {
    return { userId, name, divisions };
  }
}

export class SampleInspectorList {
  @ApiProperty({ type: [SampleInspector] }) items!: SampleInspector[];
}

export class SampleListedUnit {
  @ApiProperty(number) ordinal!: number;
  @ApiProperty(text) role!: string;
  @ApiProperty(text) id!: string;
  @ApiProperty(text) stratum!: string;
  @ApiProperty(textOrNull) cluster!: string | null;
  @ApiProperty(text) weight!: string;
}

export class SampleVerification {
  @ApiProperty(text) seed!: string;
  @ApiProperty(text) algorithm!: string;
  @ApiProperty(number) frameSize!: number;
  @ApiProperty(text) frameSha256!: string;
  @ApiProperty({ type: [SampleStratum] }) strata!: readonly SampleStratum[];
  @ApiProperty({ type: [SampleListedUnit] }) units!: SampleListedUnit[];
  @ApiProperty({ type: 'boolean', nullable: true, description: 'Whether the printed sealing value is that of this list; null when it was not sent' }) sealHolds!: boolean | null;

  static from({ seed, drawn, seal }: DrawnList, printed: string | undefined): SampleVerification {
    return { sealHolds: seal === null || printed === undefined ? null : seal === printed, seed, algorithm: `${drawn.algorithm} v${drawn.version}`, frameSize: drawn.frameSize, frameSha256: drawn.frameSha256, strata: drawn.strata, units: listed(drawn) };
  }
}

export function listed({ units }: DrawnSample): SampleListedUnit[] {
  return units.map(({ ordinal, role, id, stratum, cluster, weight }) => ({ ordinal, role, id, stratum, cluster, weight: weight.join('/') }));
}
