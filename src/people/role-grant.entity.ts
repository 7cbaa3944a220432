import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Role } from '../kernel/actor';

/** A role that a person holds at a site (an administrator: everywhere), until it is revoked or ends. */
@Entity({ name: 'role_grant' })
@Check('role_grant_role', `role in ('entrepreneur', 'coach', 'manager', 'observer', 'administrator')`)
@Check('role_grant_site', `(role = 'administrator') = (site_id is null)`)
@Unique('role_grant_once', ['personId', 'role', 'siteId'])
@Index('role_grant_at_site', ['siteId', 'id'])
export class GrantedRole {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('text')
  role!: Role;

  @Column('uuid', { nullable: true })
  @ForeignKey('Site')
  siteId!: string | null;

  /** Who granted it; null when the house did. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  grantedBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  /** From this instant on the role counts for nothing. */
  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;
}
