import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDateString, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { roles, roleTable, type Role } from '#domain';
import { PageQuery } from '#platform';
import type { AccountRow } from './accounts.queries.js';

export class AccountListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Start of the user name or the name', maxLength: 64 })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  q?: string;
}

export class CreateAccountRequest {
  @ApiProperty({ pattern: '^[a-z][a-z0-9._-]{2,63}$' })
  @Matches(/^[a-z][a-z0-9._-]{2,63}$/)
  username: string;

  @ApiProperty({ minLength: 1, maxLength: 100 })
  @IsString()
  @Length(1, 100)
  displayName: string;

  @ApiProperty({ minLength: 12, maxLength: 128, format: 'password' })
  @IsString()
  @Length(1, 128)
  password: string;
}

export class ChangeAccountRequest {
  @ApiPropertyOptional({ enum: ['ACTIVE', 'DISABLED'] })
  @IsOptional()
  @IsIn(['ACTIVE', 'DISABLED'])
  status?: 'ACTIVE' | 'DISABLED';

  @ApiPropertyOptional({ minLength: 12, maxLength: 128, format: 'password' })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  password?: string;
}

export class CreateGrantRequest {
  @ApiProperty({ enum: roles })
  @IsIn([...roles])
  role: Role;

  @ApiProperty({ pattern: '^[0-9]{2,12}$' })
  @Matches(/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/)
  divisionCode: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDateString({ strict: true })
  @Length(10, 10)
  validTo?: string;
}

export class IdParams {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;
}

export class AccountGrantResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: roles }) role: Role;
  @ApiProperty() roleName: string;
  @ApiProperty() division: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) validTo: string | null;
}

export class AccountResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() username: string;
  @ApiProperty() displayName: string;
  @ApiProperty({ enum: ['ACTIVE', 'DISABLED'] }) status: string;
  @ApiProperty({ type: [AccountGrantResponse] }) grants: AccountGrantResponse[];

  static from(row: AccountRow): AccountResponse {
    const grants = row.grants.map((grant) => ({ ...grant, roleName: roleTable[grant.role].zh }));
    return Object.assign(new AccountResponse(), { id: row.id, username: row.username, displayName: row.display_name, status: row.status, grants });
  }
}

export class AccountPage {
  @ApiProperty({ type: [AccountResponse] }) items: AccountResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class CreatedResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
}
