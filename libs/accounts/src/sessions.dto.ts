import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { roles, roleTable, type Role } from '#domain';
import type { Actor } from '#platform';
import type { GrantRow } from './sessions.queries.js';

export class SignInRequest {
  @ApiProperty({ example: 'county_officer', minLength: 1, maxLength: 64 })
  @IsString()
  @Length(1, 64)
  username: string;

  @ApiProperty({ minLength: 1, maxLength: 128, format: 'password' })
  @IsString()
  @Length(1, 128)
  password: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Which of my grants to use; the first without it' })
  @IsOptional()
  @IsUUID()
  grantId?: string;
}

export class SwitchGrantRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  grantId: string;
}

export class GrantResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: roles }) role: Role;
  @ApiProperty({ example: '县级审批员' }) roleName: string;
  @ApiProperty({ example: '150221', pattern: '^[0-9]{2,12}$' }) division: string;

  static from(row: GrantRow): GrantResponse {
    return Object.assign(new GrantResponse(), { id: row.id, role: row.role, roleName: roleTable[row.role].zh, division: row.division_code });
  }
}

export class MeResponse {
  @ApiProperty({ format: 'uuid' }) userId: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: roles }) role: Role;
  @ApiProperty() roleName: string;
  @ApiProperty({ example: '150221' }) division: string;
  @ApiProperty({ type: [String], description: 'What this role may do; pages show nothing else' }) permissions: string[];
  @ApiProperty({ type: [GrantResponse] }) grants: GrantResponse[];
  @ApiProperty({ description: 'Send as X-CSRF-Token with every request that changes something' }) csrfToken: string;

  static from(actor: Actor, grants: GrantRow[], csrfToken: string): MeResponse {
    const role = actor.role as Role;
    return Object.assign(new MeResponse(), {
      userId: actor.userId, name: actor.name, role, roleName: roleTable[role].zh, division: actor.division,
      permissions: [...roleTable[role].permissions], grants: grants.map((row) => GrantResponse.from(row)), csrfToken,
    });
  }
}
