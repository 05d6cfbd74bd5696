import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'app_user' })
export class AppUser {
  @PrimaryColumn('uuid') id: string;
  @Column('text') username: string;
  @Column('text', { name: 'display_name' }) displayName: string;
  @Column('text', { name: 'password_hash' }) passwordHash: string;
  @Column('text') status: 'ACTIVE' | 'DISABLED';
  @Column('timestamptz', { name: 'password_changed_at' }) passwordChangedAt: Date;
  @Column('integer') version: number;
}
