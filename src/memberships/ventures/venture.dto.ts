import { LocalDate } from '../../kernel/site-time';
import { Bool, Choice, DateField, Email, Form, Id, Text } from '../../platform/http/fields';
import { PageQuery } from '../../platform/http/page';
import { TransitionStatus, transitionStatuses } from './stage.rules';
import { Stage, stages, StartUpGrant, startUpGrants, VentureStatus, ventureStatuses } from './venture.rules';

/** Which ventures are wanted. */
export class VenturesQuery extends PageQuery {
  @Id({ optional: true })
  siteId?: string;
}

/** Which steps between stages are wanted. */
export class StageTransitionsQuery extends VenturesQuery {
  @Choice(transitionStatuses, { optional: true })
  status?: TransitionStatus;
}

/** A new venture. */
export class NewVentureDto {
  @Id()
  siteId!: string;

  @Text({ max: 120 })
  name!: string;

  @Text({ max: 300, description: 'what it is about' })
  sentence!: string;

  @Text({ optional: true, nullable: true, max: 60 })
  sector?: string | null;
}

/** What changes of a venture. */
export class ChangeVentureDto {
  @Text({ optional: true, max: 120 })
  name?: string;

  @Text({ optional: true, max: 300 })
  sentence?: string;

  @Text({ optional: true, nullable: true, max: 60 })
  sector?: string | null;

  @Choice(startUpGrants, { optional: true, description: 'how it stands with the public start-up grant' })
  startUpGrant?: StartUpGrant;

  @Choice(ventureStatuses, { optional: true, description: 'stopped: it is read and not changed until taken up again' })
  status?: VentureStatus;
}

/** Somebody who joins: by id or by mail address, one of the two. */
export class NewVentureMemberDto {
  @Id({ optional: true })
  personId?: string;

  @Email({ optional: true })
  email?: string;

  @Bool({ optional: true })
  lead?: boolean;

  @DateField({ optional: true, description: 'today when left out' })
  startsOn?: LocalDate;
}

/** Whether a member leads. */
export class LeadDto {
  @Bool()
  lead!: boolean;
}

/** Somebody's last day. */
export class LastDayDto {
  @DateField({ description: 'the last day in the team' })
  endsOn!: LocalDate;
}

/** The ids of a venture and of one of its members. */
export class VentureMemberPath {
  @Id()
  id!: string;

  @Id()
  memberId!: string;
}

/** A step that is proposed. */
export class NewStageTransitionDto {
  @Choice(stages)
  toStage!: Stage;

  @Text({ optional: true, nullable: true, max: 4000, lines: true, description: 'what shows that the criteria are met' })
  evidence?: string | null;

  @Text({ optional: true, nullable: true, max: 1000, lines: true, description: 'asked for when it goes backwards' })
  reason?: string | null;
}

/** Why something is decided so. */
export class DecisionReasonDto {
  @Text({ max: 1000, lines: true })
  reason!: string;
}

/** A new milestone. */
export class NewMilestoneDto {
  @Text({ max: 200 })
  title!: string;

  @Choice(stages, { optional: true, description: 'the present stage when left out' })
  stage?: Stage;

  @DateField({ optional: true, nullable: true })
  dueOn?: LocalDate | null;

  @Text({ optional: true, nullable: true, max: 4000, lines: true })
  evidence?: string | null;
}

/** What changes of a milestone. */
export class ChangeMilestoneDto {
  @Text({ optional: true, max: 200 })
  title?: string;

  @Choice(stages, { optional: true })
  stage?: Stage;

  @DateField({ optional: true, nullable: true })
  dueOn?: LocalDate | null;

  @Text({ optional: true, nullable: true, max: 4000, lines: true })
  evidence?: string | null;

  @Bool({ optional: true, description: 'reached' })
  done?: boolean;
}

/** A registered company. */
export class CompanyDto {
  @Text({ max: 200 })
  name!: string;

  @Text({ max: 30, example: '1234567-1', description: 'as the register of the country writes it, without spaces' })
  businessId!: string;

  @Text({ min: 2, max: 2, example: 'FI', description: 'ISO 3166 code of two letters' })
  @Form(/^[A-Z]{2}$/, 'two capital letters, such as FI')
  country!: string;

  @DateField()
  registeredOn!: LocalDate;
}

/** The venture that a membership belongs to. */
export class MembershipVentureDto {
  @Id({ nullable: true, description: 'null: to none' })
  ventureId!: string | null;
}
