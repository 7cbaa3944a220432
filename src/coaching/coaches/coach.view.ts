import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { languageLevels, Sector, sectors } from '../../memberships/intake/answers.rules';
import type { LanguageLevel } from '../../memberships/intake/answers.rules';
import { Stage, stages } from '../../memberships/ventures/venture.rules';
import { CoachStatus, coachStatuses, SpokenLanguage } from './coach.rules';
import { ExpertiseLevel, expertiseLevels, parentOf, topics } from './expertise.rules';

/** A language, and how well it is spoken. */
export class LanguageView {
  @ApiProperty({ example: 'fi' })
  code!: string;

  @ApiProperty({ enum: languageLevels })
  level!: LanguageLevel;
}

/** A topic that a coach knows. */
export class ExpertiseView {
  @ApiProperty({ enum: topics })
  topic!: string;

  @ApiProperty({ enum: expertiseLevels })
  level!: ExpertiseLevel;

  @ApiProperty()
  evidence!: string;
}

/** A coach as everybody in the house may see them. */
export class CoachView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  fullName!: string;

  @ApiProperty({ enum: coachStatuses })
  status!: CoachStatus;

  @ApiProperty()
  headline!: string;

  @ApiProperty()
  about!: string;

  @ApiProperty({ type: () => [ExpertiseView] })
  expertise!: ExpertiseView[];

  @ApiProperty({ type: () => [LanguageView] })
  languages!: LanguageView[];

  @ApiProperty({ enum: sectors, isArray: true })
  sectors!: Sector[];

  @ApiProperty({ enum: stages, isArray: true, description: 'none: all' })
  stages!: Stage[];

  @ApiProperty({ type: [String], description: 'sites at which the coach meets people' })
  sites!: string[];

  @ApiProperty()
  remote!: boolean;

  @ApiProperty({ description: 'entrepreneurs at once, weighted' })
  capacity!: number;

  @ApiProperty({ description: 'the clock of the coach' })
  timeZone!: string;

  @ApiProperty()
  minimumNoticeMinutes!: number;

  @ApiProperty()
  bufferMinutes!: number;

  @ApiProperty()
  longestDayMinutes!: number;

  @ApiProperty()
  worksWithMinors!: boolean;

  @ApiProperty({ description: 'the ETag' })
  version!: number;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'for the coach and those who run a site' })
  qualifiedUntil?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'for the coach' })
  remoteLink?: string | null;

  @ApiPropertyOptional({ description: 'whether there is a calendar outside; for the coach' })
  outsideCalendar?: boolean;
}

/** One page of coaches. */
export class CoachPage {
  @ApiProperty({ type: () => [CoachView] })
  items!: CoachView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A topic of the tree, its name a code; the web has the words. */
export class TopicView {
  @ApiProperty()
  code!: string;

  @ApiProperty({ type: String, nullable: true, description: 'the topic above it' })
  parent!: string | null;
}

/** The tree of topics, each before those below it. */
export class TopicsView {
  @ApiProperty({ description: 'rises when the tree changes' })
  version!: number;

  @ApiProperty({ type: () => [TopicView] })
  items!: TopicView[];
}

/** The languages that somebody speaks, and where they are known from. */
export class LanguagesView {
  @ApiProperty({ type: () => [LanguageView] })
  items!: LanguageView[];

  @ApiProperty({ enum: ['said', 'application', 'none'], description: 'said here, or in the latest application' })
  source!: 'said' | 'application' | 'none';
}

/** A row of a coach with everything that hangs on it. */
export interface CoachRow {
  id: string;
  fullName: string;
  status: CoachStatus;
  headline: string;
  about: string;
  timeZone: string;
  remote: boolean;
  remoteLink: string | null;
  capacity: number;
  qualifiedUntil: string | null;
  worksWithMinors: boolean;
  sectors: Sector[];
  stages: Stage[];
  minimumNoticeMinutes: number;
  bufferMinutes: number;
  longestDayMinutes: number;
  version: number;
  siteIds: string[];
  expertise: ExpertiseView[];
  languages: SpokenLanguage[];
  outsideCalendar: boolean;
}

/**
 * SQL: every coach (`c`, the person `p`) as a {@link CoachRow}: who has a profile and, at the instant `$1`, the role
 * somewhere. A site counts as long as the role is held there.
 */
export const coachRows = `
  select c.person_id as id, p.full_name as "fullName", c.status, c.headline, c.about, c.time_zone as "timeZone", c.remote,
         c.remote_link as "remoteLink", c.places::float8 as capacity, c.qualified_until::text as "qualifiedUntil",
         c.works_with_minors as "worksWithMinors", c.sectors, c.stages, c.minimum_notice_minutes as "minimumNoticeMinutes",
         c.buffer_minutes as "bufferMinutes", c.longest_day_minutes as "longestDayMinutes", c.version,
         array(select s.site_id::text from coach_site s
               where s.coach_id = c.person_id and s.site_id = any (held.sites) order by s.site_id) as "siteIds",
         (select coalesce(jsonb_agg(jsonb_build_object('topic', e.topic, 'level', e.level, 'evidence', e.evidence)
                   order by e.topic), '[]')
          from coach_expertise e where e.coach_id = c.person_id) as expertise,
         (select coalesce(jsonb_agg(jsonb_build_object('code', l.language, 'level', l.level) order by l.language), '[]')
          from language_skill l where l.person_id = c.person_id) as languages,
         exists (select from outside_calendar o where o.coach_id = c.person_id) as "outsideCalendar"
  from coach_profile c
  join person p on p.id = c.person_id
  join lateral (
    select array_agg(g.site_id) as sites from role_grant g
    where g.person_id = c.person_id and g.role = 'coach' and (g.ends_at is null or g.ends_at > $1)
  ) held on held.sites is not null`;

/** Shows a coach; what is the coach's own or the house's business only to those whose it is. */
export function coachView(row: CoachRow, reader: { isCoach: boolean; runsSite: boolean }): CoachView {
  return {
    id: row.id,
    fullName: row.fullName,
    status: row.status,
    headline: row.headline,
    about: row.about,
    expertise: row.expertise.map(({ topic, level, evidence }) => ({ topic, level, evidence })),
    languages: row.languages.map(({ code, level }) => ({ code, level })),
    sectors: row.sectors,
    stages: row.stages,
    sites: row.siteIds,
    remote: row.remote,
    capacity: row.capacity,
    timeZone: row.timeZone,
    minimumNoticeMinutes: row.minimumNoticeMinutes,
    bufferMinutes: row.bufferMinutes,
    longestDayMinutes: row.longestDayMinutes,
    worksWithMinors: row.worksWithMinors,
    version: row.version,
    ...((reader.isCoach || reader.runsSite) && { qualifiedUntil: row.qualifiedUntil }),
    ...(reader.isCoach && { remoteLink: row.remoteLink, outsideCalendar: row.outsideCalendar }),
  };
}

/** Shows the tree of topics. */
export function topicsView(version: number): TopicsView {
  return { version, items: topics.map((code) => ({ code, parent: parentOf(code) })) };
}
