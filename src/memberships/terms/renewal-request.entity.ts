import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RenewalStatus } from './term.rules';

/** A wish for one more term, with everything that it needs from the person. */
@Entity()
@Check('renewal_request_status', `status in ('requested', 'approved', 'refused', 'cancelled')`)
@Check('no_own_office', 'no_own_office')
@Check('renewal_cap', `status <> 'approved' or review is not null`)
@Check('reasoned_decision', `status <> 'refused' or reason is not null`)
@Index('renewal_request_membership', ['membershipId', 'requestedAt'])
@Index('renewal_request_open', { synchronize: false })
@Index('renewal_request_decided', { synchronize: false })
export class RenewalRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('boolean')
  noOwnOffice!: boolean;

  /** What has been achieved, in the person's words. */
  @Column('text')
  progress!: string;

  /** The latest versions, accepted with the request; they bind from the renewal on. */
  @Column('uuid')
  @ForeignKey('DocumentVersion')
  agreementVersionId!: string;

  @Column('uuid')
  @ForeignKey('DocumentVersion')
  houseRulesVersionId!: string;

  @Column('text')
  acceptanceHash!: string;

  @Column('text')
  status!: RenewalStatus;

  @Column('timestamptz')
  requestedAt!: Date;

  /** What the manager found when going through the progress. */
  @Column('text', { nullable: true })
  review!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** Why it was refused. */
  @Column('text', { nullable: true })
  reason!: string | null;
}
