import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who did what to what, and when: written in the transaction of the change itself, never changed afterwards. */
@Entity()
@Index('audit_event_subject', ['subjectId', 'at'])
@Index('audit_event_site', ['siteId', 'at'])
export class AuditEvent {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  /** The person, or null when the house did it by itself. */
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Site')
  siteId!: string | null;

  /** Subject and deed, such as `booking.cancel`. */
  @Column('text')
  action!: string;

  @Column('uuid')
  subjectId!: string;

  @Column('jsonb', { default: {} })
  facts!: Record<string, unknown>;
}
