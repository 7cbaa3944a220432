import { ApiProperty } from '@nestjs/swagger';
import { localDate, LocalDate } from '../../kernel/site-time';
import {
  Criterion,
  exitCriteria,
  isCurrent,
  Stage,
  stages,
  StartUpGrant,
  startUpGrants,
  VentureStatus,
  ventureStatuses,
  Warning,
  warningsOf,
} from './venture.rules';

/** Something to know before going on. */
export class WarningView implements Warning {
  @ApiProperty({ example: 'start_up_grant' })
  code!: string;

  @ApiProperty()
  detail!: string;
}

/** What a venture shows before it leaves a stage. */
export class CriterionView implements Criterion {
  @ApiProperty({ example: 'customer_interviews' })
  code!: string;

  @ApiProperty({ type: 'integer' })
  count!: number;
}

/** A stage and what it asks. */
export class StageView {
  @ApiProperty({ enum: stages })
  stage!: Stage;

  @ApiProperty({ type: () => [CriterionView] })
  criteria!: CriterionView[];
}

/** The stages in their order. */
export class StagePage {
  @ApiProperty({ type: () => [StageView] })
  items!: StageView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** Somebody's time in a venture. */
export class VentureMemberView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  fullName!: string;

  @ApiProperty()
  lead!: boolean;

  @ApiProperty({ type: String, format: 'date' })
  startsOn!: LocalDate;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'the last day; null while none is known' })
  endsOn!: LocalDate | null;

  @ApiProperty({ description: 'in the team today' })
  current!: boolean;
}

/** A registered company. */
export class CompanyView {
  @ApiProperty()
  name!: string;

  @ApiProperty({ example: '1234567-1' })
  businessId!: string;

  @ApiProperty({ example: 'FI' })
  country!: string;

  @ApiProperty({ type: String, format: 'date' })
  registeredOn!: LocalDate;
}

/** An idea or a team on its way to a company. */
export class VentureView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'what it is about' })
  sentence!: string;

  @ApiProperty({ type: String, nullable: true })
  sector!: string | null;

  @ApiProperty({ enum: stages })
  stage!: Stage;

  @ApiProperty({ type: () => [CriterionView], description: 'what the present stage asks before it is left' })
  criteria!: CriterionView[];

  @ApiProperty({ enum: startUpGrants })
  startUpGrant!: StartUpGrant;

  @ApiProperty({ enum: ventureStatuses })
  status!: VentureStatus;

  @ApiProperty({ type: () => [VentureMemberView] })
  members!: VentureMemberView[];

  @ApiProperty({ type: () => CompanyView, nullable: true })
  company!: CompanyView | null;

  @ApiProperty({ type: () => [WarningView] })
  warnings!: WarningView[];

  @ApiProperty({ type: 'integer', description: 'the ETag' })
  version!: number;
}

/** One page of ventures. */
export class VenturePage {
  @ApiProperty({ type: () => [VentureView] })
  items!: VentureView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A venture with its team, as it is read from the tables. */
export interface VentureRow {
  id: string;
  siteId: string;
  timeZone: string;
  name: string;
  sentence: string;
  sector: string | null;
  stage: Stage;
  startUpGrant: StartUpGrant;
  status: VentureStatus;
  version: number;
  members: Omit<VentureMemberView, 'current'>[];
  company: CompanyView | null;
  /** A company is proposed, among the open milestones or entered, and the stage is not reached yet. */
  plansCompany: boolean;
}

/** The rows of ventures; append a condition on `v`. */
export const ventureRows = `
  select v.id, v.site_id as "siteId", s.time_zone as "timeZone", v.name, v.sentence, v.sector, v.stage,
         v.start_up_grant as "startUpGrant", v.status, v.version,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'id', m.id, 'personId', m.person_id, 'fullName', p.full_name, 'lead', m.lead,
                   'startsOn', m.starts_on, 'endsOn', m.ends_on) order by m.starts_on, m.id), '[]')
          from venture_member m join person p on p.id = m.person_id where m.venture_id = v.id) as members,
         (select jsonb_build_object('name', c.name, 'businessId', c.business_id, 'country', c.country,
                   'registeredOn', c.registered_on)
          from company c where c.venture_id = v.id) as company,
         v.stage <> 'company_founded' and (
           exists (select 1 from stage_transition t
                   where t.venture_id = v.id and t.status = 'proposed' and t.to_stage = 'company_founded')
           or exists (select 1 from milestone k
                      where k.venture_id = v.id and k.done_at is null and k.stage = 'company_founded')
           or exists (select 1 from company c where c.venture_id = v.id)) as "plansCompany"
  from venture v join site s on s.id = v.site_id`;

/** Shows a venture to those who may know of it. */
export function ventureView(row: VentureRow, now: Date): VentureView {
  const today = localDate(now, row.timeZone);
  return {
    id: row.id,
    siteId: row.siteId,
    name: row.name,
    sentence: row.sentence,
    sector: row.sector,
    stage: row.stage,
    criteria: [...exitCriteria[row.stage]],
    startUpGrant: row.startUpGrant,
    status: row.status,
    members: row.members.map(({ id, personId, fullName, lead, startsOn, endsOn }) => ({
      id,
      personId,
      fullName,
      lead,
      startsOn,
      endsOn,
      current: isCurrent({ startsOn, endsOn }, today),
    })),
    company: row.company,
    warnings: warningsOf(row.startUpGrant, row.plansCompany),
    version: row.version,
  };
}
