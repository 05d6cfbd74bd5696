import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '#domain';

/** Role × division. A person with two grants switches; a session has exactly one. */
@Entity({ name: 'role_grant' })
export class RoleGrant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'user_id' }) userId: string;
  @Column('text') role: Role;
  @Column('text', { name: 'division_code' }) divisionCode: string;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('integer') version: number;
}
