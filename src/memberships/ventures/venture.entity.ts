import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Stage, StartUpGrant, VentureStatus } from './venture.rules';

/** An idea or a team on its way to a company. */
@Entity()
@Check('venture_stage', `stage in ('idea', 'problem_solution_fit', 'mvp', 'business_plan', 'company_founded')`)
@Check('venture_start_up_grant', `start_up_grant in ('unknown', 'not_applying', 'waiting', 'decided')`)
@Check('venture_status', `status in ('active', 'stopped')`)
@Index('venture_site', ['siteId'])
export class Venture {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Site')
  siteId!: string;

  @Column('text')
  name!: string;

  /** What it is about, in one sentence. */
  @Column('text', { default: '' })
  sentence!: string;

  @Column('text', { nullable: true })
  sector!: string | null;

  /** The last approved transition's; changed in its transaction only. */
  @Column('text', { default: 'idea' })
  stage!: Stage;

  /** How it stands with the public start-up grant, which is lost to those who found their company too early. */
  @Column('text', { default: 'unknown' })
  startUpGrant!: StartUpGrant;

  @Column('text', { default: 'active' })
  status!: VentureStatus;

  /** Rises with each change; the ETag of the venture. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** A person's time in a venture, on local dates of its site, both included. */
@Entity()
@Check('venture_member_order', `ends_on is null or ends_on >= starts_on`)
@Exclusion(
  'venture_member_once',
  `using gist (venture_id with =, person_id with =, daterange(starts_on, ends_on, '[]') with &&)`,
)
@Index('venture_member_person', ['personId'])
export class VentureMember {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Venture')
  ventureId!: string;

  @Column('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('boolean', { default: false })
  lead!: boolean;

  @Column('date')
  startsOn!: string;

  /** Null while no end is known. */
  @Column('date', { nullable: true })
  endsOn!: string | null;
}
