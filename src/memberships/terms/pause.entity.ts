import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PauseStatus } from './term.rules';

/** Dates on which a membership rests, asked for by the person and decided by a manager. */
@Entity()
@Check('pause_status', `status in ('requested', 'approved', 'refused', 'cancelled')`)
@Check('reasoned_decision', `status <> 'refused' or answer is not null`)
@Check('pause_order', 'ends_on >= starts_on')
@Exclusion(
  'pause_once',
  `using gist (membership_id with =, daterange(starts_on, ends_on, '[]') with &&) where (status = 'approved')`,
)
@Index('pause_membership', ['membershipId', 'startsOn'])
@Index('pause_starts', { synchronize: false })
@Index('pause_ends', { synchronize: false })
@Index('pause_requested', { synchronize: false })
@Index('pause_decided', { synchronize: false })
export class Pause {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('text')
  status!: PauseStatus;

  /** Why the person asks. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** Why the manager refuses. */
  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('timestamptz')
  requestedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
