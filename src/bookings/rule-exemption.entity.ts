import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const exemptCauses = ['booking', 'session'] as const;
/** What can be let stand under a rule that would not allow it any more. */
export type ExemptCause = (typeof exemptCauses)[number];

/** A booking or a session that stays as it was agreed although a rule was changed after it was made. */
@Entity()
@Check('rule_exemption_cause', `cause in ('booking', 'session')`)
@Index('rule_exemption_site', ['siteId', 'grantedAt'])
export class RuleExemption {
  @PrimaryColumn('uuid')
  causeId!: string;

  /** The name of the law it is exempt from. */
  @PrimaryColumn('text')
  law!: string;

  @Column('text')
  cause!: ExemptCause;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('timestamptz')
  grantedAt!: Date;

  /** Who decided it; null when the house did. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  grantedBy!: string | null;
}

export const exemptionEntities = [RuleExemption];
