import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { TermKind } from './term.rules';

/** A stretch of dates for which a membership runs: the first, and one for each renewal. */
@Entity()
@Check('membership_term_kind', `kind in ('initial', 'renewal', 'extension')`)
@Check('membership_term_order', 'ends_on >= starts_on')
@Exclusion(
  'no_overlapping_terms',
  `using gist (person_id with =, site_id with =, daterange(starts_on, ends_on, '[]') with &&)`,
)
@Index('membership_term_membership', ['membershipId', 'startsOn'])
export class MembershipTerm {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('text')
  kind!: TermKind;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('uuid')
  @ForeignKey('PlanVersion')
  planVersionId!: string;

  @Column('timestamptz')
  createdAt!: Date;
}

/** What a term is worth to a person or company: the normal price less the price, by the month. */
@Entity()
@Unique(['termId'])
@Index('benefit_membership', ['membershipId'])
export class Benefit {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Membership')
  membershipId!: string;

  @Column('uuid')
  @ForeignKey('MembershipTerm')
  termId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('Company')
  companyId!: string | null;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('integer')
  priceCents!: number;

  @Column('integer')
  normalPriceCents!: number;

  @Column('timestamptz')
  createdAt!: Date;
}
